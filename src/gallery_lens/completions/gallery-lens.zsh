#compdef gallery-lens
# Completions of gallery-lens for zsh.
# Made by docs/completions.py from the commands themselves.

_gallery-lens() {
    local curcontext="$curcontext" context state state_descr line
    local -a commands
    typeset -A opt_args

    _arguments -s -C \
        '--color=[Colour the text for people; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
        '(-q --quiet)-q[Write no text for people to standard error]' \
        '(-q --quiet)--quiet[Write no text for people to standard error]' \
        '(-V --version)-V[Print the version and exit]' \
        '(-V --version)--version[Print the version and exit]' \
        '(-h --help)-h[Show this message and exit]' \
        '(-h --help)--help[Show this message and exit]' \
        '1:command:->command' \
        '*::argument:->argument' \
        && return

    commands=(
        'clone:Write the body that creates a copy of a gallery'
        'codegen:Write the converter as JavaScript'
        'completion:Print a completion script for a shell'
        'convert:Convert galleries and items from one dialect to another'
        'lint:Say what is wrong with galleries and items, and where'
        'loss-table:Show what becomes of every field between dialects'
        'media-list:List the files of galleries with download addresses'
        'merge:Merge the pages of a gallery into one'
        'plan:Plan the calls that turn one gallery into another'
        'remap:Put the media ids of another site into a gallery'
        'restore:Put an edited view back into its gallery'
        'rule:Explain a code'
        'rules:List all codes'
        'schema:Print a JSON Schema, or list them'
    )

    case $state in
    command)
        _describe command commands ;;
    argument)
        case $line[1] in
            clone)
                _arguments -s \
                    '--at=[What to take of a larger document\: a JSON Pointer, with * for every key or index; '\''*'\'' is every gallery in it]:POINTER:_files' \
                    '(-o --output)-o[A file]:OUT:_files' \
                    '(-o --output)--output=[A file]:OUT:_files' \
                    '--indent=[Blanks to a level, 0 for one line]:N: ' \
                    '--report=[Write every finding to FILE]:FILE:_files' \
                    '--report-format=[default\: by the suffix of FILE\: .jsonl, .sarif, .xml for junit; else json]:VALUE:(json jsonl concise sarif github gitlab junit)' \
                    '--fail-on=[Exit with 1 if anything this bad is found]:VALUE:(error warning info never)' \
                    '--color=[Colour the text for people; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Write no text for people to standard error]' \
                    '(-q --quiet)--quiet[Write no text for people to standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    '*:argument:_files' \
                    && return ;;
            codegen)
                _arguments -s \
                    '--gallery-id=[The gallery that the page of a site shows]:ID: ' \
                    '--element=[The gallery on that page, such as #gallery1]:SELECTOR: ' \
                    '(-o --output)-o[A folder for all files]:DIR:_files' \
                    '(-o --output)--output=[A folder for all files]:DIR:_files' \
                    '--profile=[viewer\: also write for a page what its documents do not promise]:VALUE:(documented viewer)' \
                    '--color=[Colour the text for people; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Write no text for people to standard error]' \
                    '(-q --quiet)--quiet[Write no text for people to standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    '*:argument:(velo npm)' \
                    && return ;;
            completion)
                _arguments -s \
                    '--color=[Colour the text for people; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Write no text for people to standard error]' \
                    '(-q --quiet)--quiet[Write no text for people to standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    '*:argument:(bash zsh fish)' \
                    && return ;;
            convert)
                _arguments -s \
                    '(-o --output)-o[A file, or a folder where each input keeps its name]:OUT:_files' \
                    '(-o --output)--output=[A file, or a folder where each input keeps its name]:OUT:_files' \
                    '--from=[What is read]:VALUE:(auto velo rest frontend component rest-legacy cms)' \
                    '--to=[What is written]:VALUE:(velo rest frontend component)' \
                    '--input-format=[auto\: one value a line for .ndjson and .jsonl, else one document]:VALUE:(auto json ndjson)' \
                    '(--output-format --format)--output-format=[js is a JavaScript module]:VALUE:(json ndjson js)' \
                    '(--output-format --format)--format=[js is a JavaScript module]:VALUE:(json ndjson js)' \
                    '--max-input=[How large a document, or a line, may be, unpacked]:SIZE:_files' \
                    '--indent=[Blanks to a level, 0 for one line]:N: ' \
                    '--report=[Write every finding to FILE]:FILE:_files' \
                    '--report-format=[default\: by the suffix of FILE\: .jsonl, .sarif, .xml for junit; else json]:VALUE:(json jsonl concise sarif github gitlab junit)' \
                    '--sidecar=[Keep in FILE what restore needs to bring everything back]:FILE:_files' \
                    '--rejects=[Keep what cannot be converted in FILE, one item a line]:FILE:_files' \
                    '--ledger=[Write where every value went to FILE, one value a line]:FILE:_files' \
                    '--order=[Keep the items'\'' order, or sort them by their sort order]:VALUE:(keep sort-order)' \
                    '--text-items=[What becomes of text items where the target has none]:VALUE:(drop error extract)' \
                    '--profile=[viewer\: also write for a page what its documents do not promise, such as text items]:VALUE:(documented viewer)' \
                    '--at=[What to take of a larger document\: a JSON Pointer, with * for every key or index; '\''*'\'' is every gallery in it]:POINTER:_files' \
                    '--as-gallery[Write the body that createGallery takes]' \
                    '--name=[The name of that gallery]:NAME: ' \
                    '--extract=[Where extracted text items, long descriptions and link texts go, one a line]:FILE:_files' \
                    '--show=[List findings that are at least this bad in text for people; infos are counted]:VALUE:(warning info)' \
                    '--fail-on=[Exit with 1 if anything this bad is found]:VALUE:(error warning info never)' \
                    '--strict[--fail-on info, and write no data on failure]' \
                    '--jobs=[Convert the lines of large .ndjson files in N processes]:N: ' \
                    '--engine=[dask\: on a cluster, into the parts of the folder OUT; goes on after an interruption]:VALUE:(local dask)' \
                    '--scheduler=[Of the cluster; without it, processes of this machine]:URL:_files' \
                    '--no-report[With --engine dask\: write no report parts]' \
                    '--verbose[Say how many items were converted together, and why others were not]' \
                    '--color=[Colour the text for people; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Write no text for people to standard error]' \
                    '(-q --quiet)--quiet[Write no text for people to standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    '*:argument:_files' \
                    && return ;;
            lint)
                _arguments -s \
                    '(-o --output)-o[A file]:OUT:_files' \
                    '(-o --output)--output=[A file]:OUT:_files' \
                    '--from=[What is read]:VALUE:(auto velo rest frontend component rest-legacy cms)' \
                    '--to=[What it is to become; its own dialect asks only for what is wrong in itself]:VALUE:(velo rest frontend component)' \
                    '--profile=[viewer\: also write for a page what its documents do not promise, such as text items]:VALUE:(documented viewer)' \
                    '--input-format=[auto\: one value a line for .ndjson and .jsonl, else one document]:VALUE:(auto json ndjson)' \
                    '--at=[What to take of a larger document\: a JSON Pointer, with * for every key or index; '\''*'\'' is every gallery in it]:POINTER:_files' \
                    '--max-input=[How large a document, or a line, may be, unpacked]:SIZE:_files' \
                    '(--output-format --format)--output-format=[text shows the lines that findings are about]:VALUE:(text concise json jsonl sarif github gitlab junit)' \
                    '(--output-format --format)--format=[text shows the lines that findings are about]:VALUE:(text concise json jsonl sarif github gitlab junit)' \
                    '--select=[Codes, names, beginnings of codes such as L1, or ALL, with commas]:CODES: ' \
                    '--ignore=[What is not wanted of them]:CODES: ' \
                    '--extend-select=[What is wanted besides]:CODES: ' \
                    '--baseline=[Hold back the findings that FILE knows]:FILE:_files' \
                    '--write-baseline=[Write all findings to FILE, to know them from now on]:FILE:_files' \
                    '--prune-baseline[Take out of the baseline what is no longer found]' \
                    '--fix[Apply safe fixes to the files]' \
                    '--fix-only[Apply safe fixes; report nothing, exit with 0]' \
                    '--unsafe-fixes[With --fix, --fix-only or --diff\: also fixes that change what the gallery shows]' \
                    '--diff[Show what --fix would change, and change nothing]' \
                    '--report=[Write every finding to FILE, too; can be repeated]:FILE:_files' \
                    '--report-format=[default\: by the suffix of FILE\: .jsonl, .sarif, .xml for junit; else json]:VALUE:(concise json jsonl sarif github gitlab junit)' \
                    '--exclude=[Files and folders to pass over in folders]:GLOB:_files' \
                    '--force-exclude[Pass over excluded files that are named, too]' \
                    '(--respect-gitignore --no-respect-gitignore)--respect-gitignore[Pass over files of folders that .gitignore names]' \
                    '(--respect-gitignore --no-respect-gitignore)--no-respect-gitignore[Pass over files of folders that .gitignore names]' \
                    '--ignore-unknown[Pass over named files that hold no gallery, as in folders]' \
                    '--jobs=[Lint files in N processes]:N: ' \
                    '--config=[Follow FILE]:FILE:_files' \
                    '--show=[List findings that are at least this bad in text for people; infos are counted]:VALUE:(warning info)' \
                    '--fail-on=[Exit with 1 if anything this bad is found]:VALUE:(error warning info never)' \
                    '--max-warnings=[Let up to N warnings pass]:N: ' \
                    '--exit-zero[Exit with 0 whatever is found]' \
                    '--statistics[Count how often each code is found]' \
                    '--stdin-filename=[What to call standard input]:NAME: ' \
                    '--color=[Colour the text for people; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Write no text for people to standard error]' \
                    '(-q --quiet)--quiet[Write no text for people to standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    '*:argument:_files' \
                    && return ;;
            loss-table)
                _arguments -s \
                    '(--output-format --format)--output-format=[A Markdown page, or JSON]:VALUE:(md json)' \
                    '(--output-format --format)--format=[A Markdown page, or JSON]:VALUE:(md json)' \
                    '--color=[Colour the text for people; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Write no text for people to standard error]' \
                    '(-q --quiet)--quiet[Write no text for people to standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    && return ;;
            media-list)
                _arguments -s \
                    '(--format --output-format)--format=[default\: by the suffix of OUT, else csv]:VALUE:(csv jsonl)' \
                    '(--format --output-format)--output-format=[default\: by the suffix of OUT, else csv]:VALUE:(csv jsonl)' \
                    '(-o --output)-o[A file]:OUT:_files' \
                    '(-o --output)--output=[A file]:OUT:_files' \
                    '--from=[What is read]:VALUE:(auto velo rest frontend component rest-legacy cms)' \
                    '--at=[What to take of a larger document\: a JSON Pointer, with * for every key or index; '\''*'\'' is every gallery in it]:POINTER:_files' \
                    '--fail-on=[Exit with 1 if anything this bad is found]:VALUE:(error warning info never)' \
                    '--color=[Colour the text for people; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Write no text for people to standard error]' \
                    '(-q --quiet)--quiet[Write no text for people to standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    '*:argument:_files' \
                    && return ;;
            merge)
                _arguments -s \
                    '--at=[What to take of a larger document\: a JSON Pointer, with * for every key or index; '\''*'\'' is every gallery in it]:POINTER:_files' \
                    '(-o --output)-o[A file]:OUT:_files' \
                    '(-o --output)--output=[A file]:OUT:_files' \
                    '--indent=[Blanks to a level, 0 for one line]:N: ' \
                    '--report=[Write every finding to FILE]:FILE:_files' \
                    '--report-format=[default\: by the suffix of FILE\: .jsonl, .sarif, .xml for junit; else json]:VALUE:(json jsonl concise sarif github gitlab junit)' \
                    '--fail-on=[Exit with 1 if anything this bad is found]:VALUE:(error warning info never)' \
                    '--color=[Colour the text for people; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Write no text for people to standard error]' \
                    '(-q --quiet)--quiet[Write no text for people to standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    '*:argument:_files' \
                    && return ;;
            plan)
                _arguments -s \
                    '--at=[What to take of a larger document\: a JSON Pointer, with * for every key or index; '\''*'\'' is every gallery in it]:POINTER:_files' \
                    '--sidecar=[DESIRED is an edited view that convert wrote beside FILE]:FILE:_files' \
                    '(--output-format --format)--output-format=[text for people, json, REST requests, or a Velo module]:VALUE:(text json rest velo)' \
                    '(--output-format --format)--format=[text for people, json, REST requests, or a Velo module]:VALUE:(text json rest velo)' \
                    '(-o --output)-o[A file]:OUT:_files' \
                    '(-o --output)--output=[A file]:OUT:_files' \
                    '--indent=[Blanks to a level of JSON, 0 for one line]:N: ' \
                    '--color=[Colour the text for people; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Write no text for people to standard error]' \
                    '(-q --quiet)--quiet[Write no text for people to standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    '*:argument:_files' \
                    && return ;;
            remap)
                _arguments -s \
                    '--media-map=[JSON {"old"\: "new"}, also {"old"\: {"targetUri", "targetId"}}, or CSV lines old,new]:FILE:_files' \
                    '--strip-ids[Leave the ids of galleries and items out]' \
                    '--old-domain=[A host of the old site, to list the links to it only; may be repeated]:NAME: ' \
                    '--download-list=[Write what media-list writes\: the files to copy from the old site]:FILE:_files' \
                    '--at=[What to take of a larger document\: a JSON Pointer, with * for every key or index; '\''*'\'' is every gallery in it]:POINTER:_files' \
                    '(-o --output)-o[A file]:OUT:_files' \
                    '(-o --output)--output=[A file]:OUT:_files' \
                    '--indent=[Blanks to a level, 0 for one line]:N: ' \
                    '--report=[Write every finding to FILE]:FILE:_files' \
                    '--report-format=[default\: by the suffix of FILE\: .jsonl, .sarif, .xml for junit; else json]:VALUE:(json jsonl concise sarif github gitlab junit)' \
                    '--fail-on=[Exit with 1 if anything this bad is found]:VALUE:(error warning info never)' \
                    '--color=[Colour the text for people; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Write no text for people to standard error]' \
                    '(-q --quiet)--quiet[Write no text for people to standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    '*:argument:_files' \
                    && return ;;
            restore)
                _arguments -s \
                    '--sidecar=[What convert wrote with --sidecar FILE]:FILE:_files' \
                    '(-o --output)-o[A file]:OUT:_files' \
                    '(-o --output)--output=[A file]:OUT:_files' \
                    '--to=[What is written]:VALUE:(velo rest)' \
                    '--profile=[The form that VIEW has to be in]:VALUE:(documented viewer)' \
                    '--indent=[Blanks to a level, 0 for one line]:N: ' \
                    '--report=[Write every finding to FILE]:FILE:_files' \
                    '--report-format=[default\: by the suffix of FILE\: .jsonl, .sarif, .xml for junit; else json]:VALUE:(json jsonl concise sarif github gitlab junit)' \
                    '--fail-on=[Exit with 1 if anything this bad is found]:VALUE:(error warning info never)' \
                    '--replace-all[Accept a VIEW that shares no item with FILE\: all its items are replaced]' \
                    '--color=[Colour the text for people; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Write no text for people to standard error]' \
                    '(-q --quiet)--quiet[Write no text for people to standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    '*:argument:_files' \
                    && return ;;
            rule)
                _arguments -s \
                    '(--output-format --format)--output-format=[A page for people, or JSON]:VALUE:(text json)' \
                    '(--output-format --format)--format=[A page for people, or JSON]:VALUE:(text json)' \
                    '--color=[Colour the text for people; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Write no text for people to standard error]' \
                    '(-q --quiet)--quiet[Write no text for people to standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    '*:argument:(I101 I102 I103 I104 I105 I106 I107 I108 I109 I110 I111 I112 I113 I114 I115 L101 L102 L103 L104 L105 L106 L107 L108 L109 L110 L111 L112 L113 L114 L115 L116 L117 L118 L119 L120 L121 L122 L123 L124 L125 L126 L127 L128 L129 L130 L131 L132 M101 M102 M103 M104 M105 M106 M107 M108 M109 M110 M111 M112 O101 O102 O103 O104 O105 O106 O107 R001 R002 R003 R004 R005 R006 R007 R008 R009 S001 S002 S003 S004 S005 S006 S007 S008 S009 S010 X101 X102 address-part-dropped alt-text-as-filename alt-text-dropped date-invalid date-precision-lost date-respelled dates-dropped description-truncated dialect-guessed dialect-mismatch dimensions-missing duplicate-id duplicate-key duration-dropped duration-renamed event-without-items exif-dropped external-image external-image-details-dropped external-video-details-dropped extra-posters-dropped failed-answer filename-missing focal-point-dropped focal-point-outside full-page gallery-fields-dropped id-not-guid image-settings-dropped image-url-dropped internal-error item-added item-deleted item-kept item-not-planned item-removed item-replaced items-incomplete legacy-uri link-details-dropped link-text-dropped link-text-kept link-to-old-site link-url-missing malformed-uri media-missing media-unmapped misspelt-key nested-key-renamed no-items-in-answer non-finite-number not-an-item not-json off-schema old-media-field-dropped page-conflict poster-dropped resolutions-dropped secondary-media-dropped slug-not-guid sort-order-descending sort-order-dropped sort-order-duplicate sort-order-exhausted sort-order-mixed-units sort-order-text sort-order-unsorted sort-orders-rewritten tags-dropped text-item-dropped text-style-dropped thumbnail-dropped type-inferred type-mismatch undocumented-form unknown-field-dropped unknown-video-host unreadable-input unsafe-html unsafe-link unsupported-media unsupported-type value-respelled video-quality-guessed video-search-page view-replaced watermark-dropped)' \
                    && return ;;
            rules)
                _arguments -s \
                    '(--output-format --format)--output-format=[A list for people, or JSON]:VALUE:(text json)' \
                    '(--output-format --format)--format=[A list for people, or JSON]:VALUE:(text json)' \
                    '--color=[Colour the text for people; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Write no text for people to standard error]' \
                    '(-q --quiet)--quiet[Write no text for people to standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    && return ;;
            schema)
                _arguments -s \
                    '--bundle[Put every schema that it leads to into it]' \
                    '--draft=[The draft of JSON Schema]:VALUE:(2020-12 7)' \
                    '--color=[Colour the text for people; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Write no text for people to standard error]' \
                    '(-q --quiet)--quiet[Write no text for people to standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    '*:argument:(baseline cms-item cms-items common component-gallery component-item config diagnostic extract frontend-galleries frontend-item frontend-items frontend-view frontend-view-item frontend-viewer-item ledger plan reject report rest-gallery rest-item rest-legacy-gallery rest-legacy-item sidecar velo-gallery velo-item)' \
                    && return ;;
        esac ;;
    esac
}

if [[ $funcstack[1] == _gallery-lens ]]; then
    _gallery-lens "$@"
else
    compdef _gallery-lens gallery-lens
fi
