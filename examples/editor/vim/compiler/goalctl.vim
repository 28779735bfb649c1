" :compiler goalctl, then :make for all plans or :make % for this one: a line of the quickfix list for each finding.
if exists('current_compiler')
  finish
endif
let current_compiler = 'goalctl'

CompilerSet makeprg=goalctl\ --no-input\ check\ --format\ concise
" The last line of goalctl counts them, and is none.
CompilerSet errorformat=%f:%l:%c:\ %t%*[a-z]%m,%-G%*\\d\ plan%.%#\ checked:%.%#
