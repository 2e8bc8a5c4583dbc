# Compares the layout file of a released version with a later one, and says what is no growth, a sentence each.
# A struct that starts with struct_size may get fields behind its last; all others stay as they are.
# Usage: awk -f growth.awk RELEASED LATER

function problem(words) {
    print words
    broken = 1
}

function end_of(field) { return offset[field] + bytes[field] }

/^#/ || NF == 0 { next }

FNR == NR {
    ++released_lines
    if ($1 == "struct") {
        size[$2] = $3
        fields_seen = 0
    } else {
        split($2, part, ".")
        if (++fields_seen == 1) may_grow[part[1]] = part[2] == "struct_size"
        offset[$2] = $3
        bytes[$2] = $4
        if (end_of($2) > data_end[part[1]]) data_end[part[1]] = end_of($2)
    }
    next
}

$1 == "struct" { later_size[$2] = $3 }
$1 == "field" {
    later[$2] = 1
    split($2, part, ".")
    if (!(part[1] in size)) next
    if (!($2 in offset)) {
        if (!may_grow[part[1]]) problem(part[1] " never grows, but has a new field, " part[2] ".")
        else if ($3 < data_end[part[1]]) problem(part[1] " has a new field, " part[2] ", that does not stand behind its last.")
        next
    }
    if ($3 != offset[$2]) problem($2 " has moved from offset " offset[$2] " to " $3 ".")
    if ($4 != bytes[$2]) problem($2 " has " $4 " bytes; it had " bytes[$2] ".")
}

END {
    if (released_lines == 0) problem("The released layout is empty.")
    for (name in size) {
        if (!(name in later_size)) problem("The struct " name " is gone.")
        else if (!may_grow[name] && later_size[name] != size[name]) problem(name " never grows, but has " later_size[name] " bytes; it had " size[name] ".")
        else if (later_size[name] < size[name]) problem(name " has shrunk from " size[name] " bytes to " later_size[name] ".")
    }
    for (field in offset) {
        if (!(field in later)) problem("The field " field " is gone.")
    }
    exit broken
}
