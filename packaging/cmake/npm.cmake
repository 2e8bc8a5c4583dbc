# Libraries from npm, in the versions of a lock file, installed into the build tree.

find_program(NODE NAMES node nodejs REQUIRED)
find_program(NPM npm REQUIRED)

# Installs what package.json and package-lock.json of `source` name into node_modules of `folder`. Depend on
# `folder`/installed.
function(npm_install source folder)
  set(files package.json package-lock.json .npmrc)
  list(TRANSFORM files PREPEND ${source}/)
  add_custom_command(OUTPUT ${folder}/installed
    COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
    COMMAND ${CMAKE_COMMAND} -E copy ${files} ${folder}
    COMMAND ${CMAKE_COMMAND} -E chdir ${folder} ${NPM} ci --loglevel=error
    COMMAND ${CMAKE_COMMAND} -E touch ${folder}/installed
    DEPENDS ${files} COMMENT "Installing what ${source}/package-lock.json names" VERBATIM)
endfunction()
