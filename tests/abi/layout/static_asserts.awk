# From a layout file: a C and C++ file that a compiler refuses when it lays out a struct or a field otherwise.
# Usage: awk -v headers="staffing/entry.h …" -f static_asserts.awk layout_1.txt

BEGIN {
    print "/* Made from the layout file; 64-bit platforms only. */"
    print "#include <assert.h>"
    count = split(headers, header, " ")
    for (at = 1; at <= count; ++at) print "#include \"" header[at] "\""
    print "#if UINTPTR_MAX == 0xffffffffffffffffu"
}

$1 == "struct" { printf "static_assert(sizeof(%s) == %d, \"the size of %s\");\n", $2, $3, $2 }
$1 == "field" {
    split($2, part, ".")
    printf "static_assert(offsetof(%s, %s) == %d, \"the offset of %s\");\n", part[1], part[2], $3, $2
    printf "static_assert(sizeof(((%s *)0)->%s) == %d, \"the size of %s\");\n", part[1], part[2], $4, $2
}

END {
    print "#endif"
    print "typedef int32_t staffing_layout_is_as_told;"
}
