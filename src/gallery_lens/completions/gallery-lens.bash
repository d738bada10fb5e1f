# Completions of gallery-lens for bash.
# Made by docs/completions.py from the commands themselves.

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
            --color)
                [[ ${COMP_WORDS[index+1]} == "=" ]] && ((index++))
                ((index++)) ;;
            -*|=) ;;
            *) command="${COMP_WORDS[index]}"; break ;;
        esac
    done

    case "$command $option" in
        " --color") words="auto always never" ;;
        "clone --at") return ;;
        "clone -o"|"clone --output") return ;;
        "clone --indent") files=no ;;
        "clone --report") return ;;
        "clone --report-format") words="json jsonl concise sarif github gitlab junit" ;;
        "clone --fail-on") words="error warning info never" ;;
        "clone --color") words="auto always never" ;;
        "codegen --gallery-id") files=no ;;
        "codegen --element") files=no ;;
        "codegen -o"|"codegen --output") return ;;
        "codegen --profile") words="documented viewer" ;;
        "codegen --color") words="auto always never" ;;
        "completion --color") words="auto always never" ;;
        "convert -o"|"convert --output") return ;;
        "convert --from") words="auto velo rest frontend component rest-legacy cms" ;;
        "convert --to") words="velo rest frontend component" ;;
        "convert --input-format") words="auto json ndjson" ;;
        "convert --output-format"|"convert --format") words="json ndjson js" ;;
        "convert --max-input") return ;;
        "convert --indent") files=no ;;
        "convert --report") return ;;
        "convert --report-format") words="json jsonl concise sarif github gitlab junit" ;;
        "convert --sidecar") return ;;
        "convert --rejects") return ;;
        "convert --ledger") return ;;
        "convert --order") words="keep sort-order" ;;
        "convert --text-items") words="drop error extract" ;;
        "convert --profile") words="documented viewer" ;;
        "convert --at") return ;;
        "convert --name") files=no ;;
        "convert --extract") return ;;
        "convert --show") words="warning info" ;;
        "convert --fail-on") words="error warning info never" ;;
        "convert --jobs") files=no ;;
        "convert --engine") words="local dask" ;;
        "convert --scheduler") return ;;
        "convert --color") words="auto always never" ;;
        "lint -o"|"lint --output") return ;;
        "lint --from") words="auto velo rest frontend component rest-legacy cms" ;;
        "lint --to") words="velo rest frontend component" ;;
        "lint --profile") words="documented viewer" ;;
        "lint --input-format") words="auto json ndjson" ;;
        "lint --at") return ;;
        "lint --max-input") return ;;
        "lint --output-format"|"lint --format") words="text json jsonl concise sarif github gitlab junit" ;;
        "lint --select") files=no ;;
        "lint --ignore") files=no ;;
        "lint --extend-select") files=no ;;
        "lint --baseline") return ;;
        "lint --write-baseline") return ;;
        "lint --report") return ;;
        "lint --report-format") words="json jsonl concise sarif github gitlab junit" ;;
        "lint --exclude") return ;;
        "lint --jobs") files=no ;;
        "lint --config") return ;;
        "lint --show") words="warning info" ;;
        "lint --fail-on") words="error warning info never" ;;
        "lint --max-warnings") files=no ;;
        "lint --stdin-filename") files=no ;;
        "lint --color") words="auto always never" ;;
        "loss-table --output-format"|"loss-table --format") words="md json" ;;
        "loss-table --color") words="auto always never" ;;
        "media-list --format"|"media-list --output-format") words="csv jsonl" ;;
        "media-list -o"|"media-list --output") return ;;
        "media-list --from") words="auto velo rest frontend component rest-legacy cms" ;;
        "media-list --at") return ;;
        "media-list --fail-on") words="error warning info never" ;;
        "media-list --color") words="auto always never" ;;
        "merge --at") return ;;
        "merge -o"|"merge --output") return ;;
        "merge --indent") files=no ;;
        "merge --report") return ;;
        "merge --report-format") words="json jsonl concise sarif github gitlab junit" ;;
        "merge --fail-on") words="error warning info never" ;;
        "merge --color") words="auto always never" ;;
        "plan --at") return ;;
        "plan --sidecar") return ;;
        "plan --output-format"|"plan --format") words="text json rest velo" ;;
        "plan -o"|"plan --output") return ;;
        "plan --indent") files=no ;;
        "plan --color") words="auto always never" ;;
        "remap --media-map") return ;;
        "remap --old-domain") files=no ;;
        "remap --download-list") return ;;
        "remap --at") return ;;
        "remap -o"|"remap --output") return ;;
        "remap --indent") files=no ;;
        "remap --report") return ;;
        "remap --report-format") words="json jsonl concise sarif github gitlab junit" ;;
        "remap --fail-on") words="error warning info never" ;;
        "remap --color") words="auto always never" ;;
        "restore --sidecar") return ;;
        "restore -o"|"restore --output") return ;;
        "restore --to") words="velo rest" ;;
        "restore --profile") words="documented viewer" ;;
        "restore --indent") files=no ;;
        "restore --report") return ;;
        "restore --report-format") words="json jsonl concise sarif github gitlab junit" ;;
        "restore --fail-on") words="error warning info never" ;;
        "restore --color") words="auto always never" ;;
        "rule --output-format"|"rule --format") words="text json" ;;
        "rule --color") words="auto always never" ;;
        "rules --output-format"|"rules --format") words="text json" ;;
        "rules --color") words="auto always never" ;;
        "schema --draft") words="2020-12 7" ;;
        "schema --color") words="auto always never" ;;
    esac

    if [[ -z $words && $files == yes && $current == -* ]]; then
        case "$command" in
            "") words="--color -q --quiet -V --version -h --help" ;;
            "clone") words="--at -o --output --indent --report --report-format --fail-on --color -q --quiet -V --version -h --help" ;;
            "codegen") words="--gallery-id --element -o --output --profile --color -q --quiet -V --version -h --help" ;;
            "completion") words="--color -q --quiet -V --version -h --help" ;;
            "convert") words="-o --output --from --to --input-format --output-format --format --max-input --indent --report --report-format --sidecar --rejects --ledger --order --text-items --profile --at --as-gallery --name --extract --show --fail-on --strict --jobs --engine --scheduler --no-report --verbose --color -q --quiet -V --version -h --help" ;;
            "lint") words="-o --output --from --to --profile --input-format --at --max-input --output-format --format --select --ignore --extend-select --baseline --write-baseline --prune-baseline --fix --fix-only --unsafe-fixes --diff --report --report-format --exclude --force-exclude --respect-gitignore --no-respect-gitignore --ignore-unknown --jobs --config --show --fail-on --max-warnings --exit-zero --statistics --stdin-filename --color -q --quiet -V --version -h --help" ;;
            "loss-table") words="--output-format --format --color -q --quiet -V --version -h --help" ;;
            "media-list") words="--format --output-format -o --output --from --at --fail-on --color -q --quiet -V --version -h --help" ;;
            "merge") words="--at -o --output --indent --report --report-format --fail-on --color -q --quiet -V --version -h --help" ;;
            "plan") words="--at --sidecar --output-format --format -o --output --indent --color -q --quiet -V --version -h --help" ;;
            "remap") words="--media-map --strip-ids --old-domain --download-list --at -o --output --indent --report --report-format --fail-on --color -q --quiet -V --version -h --help" ;;
            "restore") words="--sidecar -o --output --to --profile --indent --report --report-format --fail-on --replace-all --color -q --quiet -V --version -h --help" ;;
            "rule") words="--output-format --format --color -q --quiet -V --version -h --help" ;;
            "rules") words="--output-format --format --color -q --quiet -V --version -h --help" ;;
            "schema") words="--bundle --draft --color -q --quiet -V --version -h --help" ;;
        esac
    elif [[ -z $words && $files == yes ]]; then
        case "$command" in
            "") words="clone codegen completion convert lint loss-table media-list merge plan remap restore rule rules schema" ;;
            "codegen") words="velo npm" ;;
            "completion") words="bash zsh fish" ;;
            "rule") words="I101 I102 I103 I104 I105 I106 I107 I108 I109 I110 I111 I112 I113 I114 I115 I116 L101 L102 L103 L104 L105 L106 L107 L108 L109 L110 L111 L112 L113 L114 L115 L116 L117 L118 L119 L120 L121 L122 L123 L124 L125 L126 L127 L128 L129 L130 L131 L132 M101 M102 M103 M104 M105 M106 M107 M108 M109 M110 M111 M112 O101 O102 O103 O104 O105 O106 O107 R001 R002 R003 R004 R005 R006 R007 R008 R009 S001 S002 S003 S004 S005 S006 S007 S008 S009 S010 X101 X102 address-part-dropped alt-text-as-filename alt-text-dropped date-invalid date-precision-lost date-respelled dates-dropped description-truncated dialect-guessed dialect-mismatch dimensions-missing duplicate-id duplicate-key duration-dropped duration-renamed event-without-items exif-dropped external-image external-image-details-dropped external-video-details-dropped extra-posters-dropped failed-answer filename-missing focal-point-dropped focal-point-outside full-page gallery-fields-dropped gallery-order-kept id-not-guid image-settings-dropped image-url-dropped internal-error item-added item-deleted item-kept item-not-planned item-removed item-replaced items-incomplete legacy-uri link-details-dropped link-text-dropped link-text-kept link-to-old-site link-url-missing malformed-uri media-missing media-unmapped misspelt-key nested-key-renamed no-items-in-answer non-finite-number not-an-item not-json off-schema old-media-field-dropped page-conflict poster-dropped resolutions-dropped secondary-media-dropped slug-not-guid sort-order-descending sort-order-dropped sort-order-duplicate sort-order-exhausted sort-order-mixed-units sort-order-text sort-order-unsorted sort-orders-rewritten tags-dropped text-item-dropped text-style-dropped thumbnail-dropped type-inferred type-mismatch undocumented-form unknown-field-dropped unknown-video-host unreadable-input unsafe-html unsafe-link unsupported-media unsupported-type value-respelled video-quality-guessed video-search-page view-replaced watermark-dropped" ;;
            "schema") words="baseline cms-item cms-items common component-gallery component-item config diagnostic extract frontend-galleries frontend-item frontend-items frontend-view frontend-view-item frontend-viewer-item ledger plan reject report rest-gallery rest-item rest-legacy-gallery rest-legacy-item sidecar velo-gallery velo-item" ;;
            "loss-table") files=no ;;
            "rules") files=no ;;
        esac
    fi

    if [[ -n $words || $files == no ]]; then
        # Names of files are offered only where nothing else is meant.
        compopt +o default +o bashdefault 2>/dev/null
        COMPREPLY=($(compgen -W "$words" -- "$current"))
    fi
}

complete -o bashdefault -o default -F _gallery_lens gallery-lens
