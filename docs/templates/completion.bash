# Completions of gallery-lens for bash.
@made@

_gallery_lens() {
    local current="${COMP_WORDS[COMP_CWORD]}" option="${COMP_WORDS[COMP_CWORD-1]}"
    local command="" files=yes words="" index
    COMPREPLY=()

    # Bash takes --option=value for three words.
    if [[ $current == "=" ]]; then
        current=""
    elif [[ $option == "=" ]]; then
        option="${COMP_WORDS[COMP_CWORD-2]}"
    fi

    for ((index = 1; index < COMP_CWORD; index++)); do
        case "${COMP_WORDS[index]}" in
            @skipped@)
                [[ ${COMP_WORDS[index+1]} == "=" ]] && ((index++))
                ((index++)) ;;
            -*|=) ;;
            *) command="${COMP_WORDS[index]}"; break ;;
        esac
    done

    case "$command $option" in
@values@
    esac

    if [[ -z $words && $files == yes && $current == -* ]]; then
        case "$command" in
@options@
        esac
    elif [[ -z $words && $files == yes ]]; then
        case "$command" in
@words@
        esac
    fi

    if [[ -n $words || $files == no ]]; then
        # Names of files are offered only where nothing else is meant.
        compopt +o default +o bashdefault 2>/dev/null
        COMPREPLY=($(compgen -W "$words" -- "$current"))
    fi
}

complete -o bashdefault -o default -F _gallery_lens gallery-lens
