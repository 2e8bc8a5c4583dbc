# From abidw's XML: each struct of the contract and its fields, in bytes. In front of each line stands the struct's
# name, to sort by.

function value(name) {
    if (!match($0, " " name "='[^']*'")) return ""
    return substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4)
}

function bits(type) { return type in size ? size[type] : bits(alias[type]) }

/<(type-decl|pointer-type-def|class-decl|union-decl|array-type-def|enum-decl|function-type) / {
    if (value("size-in-bits") != "") size[value("id")] = value("size-in-bits")
}
/<(typedef-decl|qualified-type-def) / { alias[value("id")] = value("type-id") }

/<class-decl / {
    inside = value("name") ~ /^staffing_/ && value("is-declaration-only") == "" && !(value("name") in known)
    if (inside) {
        name = value("name")
        known[name] = 1
        line[++lines] = name " struct " name " " value("size-in-bits") / 8
    }
}
/<\/class-decl>/ { inside = 0 }
/<data-member / { offset = value("layout-offset-in-bits") / 8 }
/<var-decl / && inside {
    line[++lines] = name " field " name "." value("name") " " offset
    type[lines] = value("type-id")
}

END {
    for (at = 1; at <= lines; ++at) print line[at] (at in type ? " " bits(type[at]) / 8 : "")
}
