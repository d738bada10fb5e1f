#compdef gallery-lens
# Completions of gallery-lens for zsh.
@made@

_gallery-lens() {
    local curcontext="$curcontext" context state state_descr line
    local -a commands
    typeset -A opt_args

    _arguments -s -C \
@options@
        '1:command:->command' \
        '*::argument:->argument' \
        && return

    commands=(
@commands@
    )

    case $state in
    command)
        _describe command commands ;;
    argument)
        case $line[1] in
@cases@
        esac ;;
    esac
}

if [[ $funcstack[1] == _gallery-lens ]]; then
    _gallery-lens "$@"
else
    compdef _gallery-lens gallery-lens
fi
