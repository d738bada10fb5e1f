#compdef gallery-lens
# Completions of gallery-lens for zsh.
# Made by docs/completions.py from the commands themselves.

_gallery-lens() {
    local curcontext="$curcontext" context state state_descr line
    local -a commands
    typeset -A opt_args

    _arguments -s -C \
        '--color=[Colour text output; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
        '(-q --quiet)-q[Suppress messages on standard error]' \
        '(-q --quiet)--quiet[Suppress messages on standard error]' \
        '(-V --version)-V[Print the version and exit]' \
        '(-V --version)--version[Print the version and exit]' \
        '(-h --help)-h[Show this message and exit]' \
        '(-h --help)--help[Show this message and exit]' \
        '1:command:->command' \
        '*::argument:->argument' \
        && return

    commands=(
        'clone:Write the request body that copies a gallery'
        'codegen:Generate the converter as JavaScript'
        'completion:Print a shell completion script'
        'convert:Convert galleries and items from one dialect to another'
        'lint:Check galleries and items for errors and losses'
        'loss-table:Print the fate of every field between dialects'
        'media-list:List the media files of galleries with download URLs'
        'merge:Merge the pages of a gallery into one'
        'plan:Plan the API calls that turn one gallery into another'
        'remap:Replace media ids with those of another site'
        'restore:Merge an edited view back into its gallery'
        'rule:Explain a rule'
        'rules:List all rules'
        'schema:Print or list JSON Schemas'
    )

    case $state in
    command)
        _describe command commands ;;
    argument)
        case $line[1] in
            clone)
                _arguments -s \
                    '--at=[Part of a larger document to read\: a JSON Pointer, with * for every key or index; '\''*'\'' for every gallery]:POINTER:_files' \
                    '(-o --output)-o[Output file]:OUT:_files' \
                    '(-o --output)--output=[Output file]:OUT:_files' \
                    '--indent=[Spaces per indent level; 0 for compact output]:N: ' \
                    '--report=[Write all findings to FILE]:FILE:_files' \
                    '--report-format=[Report format]:VALUE:(json jsonl concise sarif github gitlab junit)' \
                    '--fail-on=[Exit with 1 on findings of this severity or higher]:VALUE:(error warning info never)' \
                    '--color=[Colour text output; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Suppress messages on standard error]' \
                    '(-q --quiet)--quiet[Suppress messages on standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    '*:argument:_files' \
                    && return ;;
            codegen)
                _arguments -s \
                    '--gallery-id=[Id of the gallery that the page shows]:ID: ' \
                    '--element=[Selector of the gallery on that page]:SELECTOR: ' \
                    '(-o --output)-o[Folder for all files]:DIR:_files' \
                    '(-o --output)--output=[Folder for all files]:DIR:_files' \
                    '--profile=[viewer\: also write fields of page items that Wix shows but does not document, such as text items]:VALUE:(documented viewer)' \
                    '--color=[Colour text output; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Suppress messages on standard error]' \
                    '(-q --quiet)--quiet[Suppress messages on standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    '*:argument:(velo npm)' \
                    && return ;;
            completion)
                _arguments -s \
                    '--color=[Colour text output; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Suppress messages on standard error]' \
                    '(-q --quiet)--quiet[Suppress messages on standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    '*:argument:(bash zsh fish)' \
                    && return ;;
            convert)
                _arguments -s \
                    '(-o --output)-o[Output file, or folder where each input keeps its name]:OUT:_files' \
                    '(-o --output)--output=[Output file, or folder where each input keeps its name]:OUT:_files' \
                    '--from=[Source format]:VALUE:(auto velo rest frontend component rest-legacy cms)' \
                    '--to=[Target format]:VALUE:(velo rest frontend component)' \
                    '--input-format=[auto\: one value per line for .ndjson and .jsonl, otherwise one document]:VALUE:(auto json ndjson)' \
                    '(--output-format --format)--output-format=[js\: a JavaScript module]:VALUE:(json ndjson js)' \
                    '(--output-format --format)--format=[js\: a JavaScript module]:VALUE:(json ndjson js)' \
                    '--max-input=[Maximum size of a document or a line, decompressed]:SIZE:_files' \
                    '--indent=[Spaces per indent level; 0 for compact output]:N: ' \
                    '--report=[Write all findings to FILE]:FILE:_files' \
                    '--report-format=[Report format]:VALUE:(json jsonl concise sarif github gitlab junit)' \
                    '--sidecar=[Write to FILE what restore needs to reproduce the source]:FILE:_files' \
                    '--rejects=[Write items that cannot be converted to FILE, one per line]:FILE:_files' \
                    '--ledger=[Write the fate of every value to FILE, one per line]:FILE:_files' \
                    '--order=[Keep the order of the items, or sort them by sort order]:VALUE:(keep sort-order)' \
                    '--text-items=[Handling of text items that the target cannot hold]:VALUE:(drop error extract)' \
                    '--profile=[viewer\: also write fields of page items that Wix shows but does not document, such as text items]:VALUE:(documented viewer)' \
                    '--at=[Part of a larger document to read\: a JSON Pointer, with * for every key or index; '\''*'\'' for every gallery]:POINTER:_files' \
                    '--as-gallery[Write the request body of createGallery]' \
                    '--name=[Name of that gallery]:NAME: ' \
                    '--extract=[Write text items, long descriptions and link texts to FILE, one per line]:FILE:_files' \
                    '--show=[Lowest severity to list in text output; infos are otherwise counted]:VALUE:(warning info)' \
                    '--fail-on=[Exit with 1 on findings of this severity or higher]:VALUE:(error warning info never)' \
                    '--strict[Same as --fail-on info, and write no data on failure]' \
                    '--jobs=[Processes for the lines of large .ndjson files]:N: ' \
                    '--engine=[dask\: convert on a cluster, into part files in the folder OUT; resumes after an interruption]:VALUE:(local dask)' \
                    '--scheduler=[Scheduler of the cluster]:URL:_files' \
                    '--no-report[Write no report parts with --engine dask]' \
                    '--verbose[Print how many items were converted in bulk, and why others were not]' \
                    '--color=[Colour text output; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Suppress messages on standard error]' \
                    '(-q --quiet)--quiet[Suppress messages on standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    '*:argument:_files' \
                    && return ;;
            lint)
                _arguments -s \
                    '(-o --output)-o[Output file]:OUT:_files' \
                    '(-o --output)--output=[Output file]:OUT:_files' \
                    '--from=[Source format]:VALUE:(auto velo rest frontend component rest-legacy cms)' \
                    '--to=[Target format; that of the source itself checks for errors only]:VALUE:(velo rest frontend component)' \
                    '--profile=[viewer\: also write fields of page items that Wix shows but does not document, such as text items]:VALUE:(documented viewer)' \
                    '--input-format=[auto\: one value per line for .ndjson and .jsonl, otherwise one document]:VALUE:(auto json ndjson)' \
                    '--at=[Part of a larger document to read\: a JSON Pointer, with * for every key or index; '\''*'\'' for every gallery]:POINTER:_files' \
                    '--max-input=[Maximum size of a document or a line, decompressed]:SIZE:_files' \
                    '(--output-format --format)--output-format=[text\: findings with source lines]:VALUE:(text json jsonl concise sarif github gitlab junit)' \
                    '(--output-format --format)--format=[text\: findings with source lines]:VALUE:(text json jsonl concise sarif github gitlab junit)' \
                    '--select=[Rules to check\: codes, names, prefixes such as L1, or ALL, separated by commas]:CODES: ' \
                    '--ignore=[Rules to exclude]:CODES: ' \
                    '--extend-select=[Rules to add to the selection]:CODES: ' \
                    '--baseline=[Suppress findings recorded in FILE]:FILE:_files' \
                    '--write-baseline=[Record all findings in FILE, to suppress them from now on]:FILE:_files' \
                    '--prune-baseline[Remove stale entries from the baseline]' \
                    '--fix[Apply safe fixes]' \
                    '--fix-only[Apply safe fixes without reporting findings; exit with 0]' \
                    '--unsafe-fixes[Include fixes that change what the gallery shows, with --fix, --fix-only or --diff]' \
                    '--diff[Print the changes that --fix would make, without making them]' \
                    '--report=[Write all findings to FILE as well; repeatable]:FILE:_files' \
                    '--report-format=[Report format]:VALUE:(json jsonl concise sarif github gitlab junit)' \
                    '--exclude=[Files and folders to skip in folders]:GLOB:_files' \
                    '--force-exclude[Skip excluded files even if they are named]' \
                    '(--respect-gitignore --no-respect-gitignore)--respect-gitignore[Skip files that .gitignore lists]' \
                    '(--respect-gitignore --no-respect-gitignore)--no-respect-gitignore[Skip files that .gitignore lists]' \
                    '--ignore-unknown[Skip named files without a gallery, as in folders]' \
                    '--jobs=[Processes for large numbers of files]:N: ' \
                    '--config=[Configuration file]:FILE:_files' \
                    '--show=[Lowest severity to list in text output; infos are otherwise counted]:VALUE:(warning info)' \
                    '--fail-on=[Exit with 1 on findings of this severity or higher]:VALUE:(error warning info never)' \
                    '--max-warnings=[Number of warnings to allow]:N: ' \
                    '--exit-zero[Exit with 0 even with findings]' \
                    '--statistics[Print the number of findings per code]' \
                    '--stdin-filename=[File name to report for standard input]:NAME: ' \
                    '--color=[Colour text output; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Suppress messages on standard error]' \
                    '(-q --quiet)--quiet[Suppress messages on standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    '*:argument:_files' \
                    && return ;;
            loss-table)
                _arguments -s \
                    '(--output-format --format)--output-format=[Markdown or JSON]:VALUE:(md json)' \
                    '(--output-format --format)--format=[Markdown or JSON]:VALUE:(md json)' \
                    '--color=[Colour text output; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Suppress messages on standard error]' \
                    '(-q --quiet)--quiet[Suppress messages on standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    && return ;;
            media-list)
                _arguments -s \
                    '(--format --output-format)--format=[Output format]:VALUE:(csv jsonl)' \
                    '(--format --output-format)--output-format=[Output format]:VALUE:(csv jsonl)' \
                    '(-o --output)-o[Output file]:OUT:_files' \
                    '(-o --output)--output=[Output file]:OUT:_files' \
                    '--from=[Source format]:VALUE:(auto velo rest frontend component rest-legacy cms)' \
                    '--at=[Part of a larger document to read\: a JSON Pointer, with * for every key or index; '\''*'\'' for every gallery]:POINTER:_files' \
                    '--fail-on=[Exit with 1 on findings of this severity or higher]:VALUE:(error warning info never)' \
                    '--color=[Colour text output; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Suppress messages on standard error]' \
                    '(-q --quiet)--quiet[Suppress messages on standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    '*:argument:_files' \
                    && return ;;
            merge)
                _arguments -s \
                    '--at=[Part of a larger document to read\: a JSON Pointer, with * for every key or index; '\''*'\'' for every gallery]:POINTER:_files' \
                    '(-o --output)-o[Output file]:OUT:_files' \
                    '(-o --output)--output=[Output file]:OUT:_files' \
                    '--indent=[Spaces per indent level; 0 for compact output]:N: ' \
                    '--report=[Write all findings to FILE]:FILE:_files' \
                    '--report-format=[Report format]:VALUE:(json jsonl concise sarif github gitlab junit)' \
                    '--fail-on=[Exit with 1 on findings of this severity or higher]:VALUE:(error warning info never)' \
                    '--color=[Colour text output; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Suppress messages on standard error]' \
                    '(-q --quiet)--quiet[Suppress messages on standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    '*:argument:_files' \
                    && return ;;
            plan)
                _arguments -s \
                    '--at=[Part of a larger document to read\: a JSON Pointer, with * for every key or index; '\''*'\'' for every gallery]:POINTER:_files' \
                    '--sidecar=[Read DESIRED as an edited view of the gallery recorded in FILE]:FILE:_files' \
                    '(--output-format --format)--output-format=[Text, JSON, REST requests, or a Velo module]:VALUE:(text json rest velo)' \
                    '(--output-format --format)--format=[Text, JSON, REST requests, or a Velo module]:VALUE:(text json rest velo)' \
                    '(-o --output)-o[Output file]:OUT:_files' \
                    '(-o --output)--output=[Output file]:OUT:_files' \
                    '--indent=[Spaces per indent level; 0 for compact output]:N: ' \
                    '--color=[Colour text output; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Suppress messages on standard error]' \
                    '(-q --quiet)--quiet[Suppress messages on standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    '*:argument:_files' \
                    && return ;;
            remap)
                _arguments -s \
                    '--media-map=[New ids\: JSON {"old"\: "new"} or {"old"\: {"targetUri", "targetId"}}, or CSV lines old,new]:FILE:_files' \
                    '--strip-ids[Omit the ids of galleries and items]' \
                    '--old-domain=[Host of the old site\: list only links to it; repeatable]:NAME: ' \
                    '--download-list=[Write the files to copy from the old site, as media-list does]:FILE:_files' \
                    '--at=[Part of a larger document to read\: a JSON Pointer, with * for every key or index; '\''*'\'' for every gallery]:POINTER:_files' \
                    '(-o --output)-o[Output file]:OUT:_files' \
                    '(-o --output)--output=[Output file]:OUT:_files' \
                    '--indent=[Spaces per indent level; 0 for compact output]:N: ' \
                    '--report=[Write all findings to FILE]:FILE:_files' \
                    '--report-format=[Report format]:VALUE:(json jsonl concise sarif github gitlab junit)' \
                    '--fail-on=[Exit with 1 on findings of this severity or higher]:VALUE:(error warning info never)' \
                    '--color=[Colour text output; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Suppress messages on standard error]' \
                    '(-q --quiet)--quiet[Suppress messages on standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    '*:argument:_files' \
                    && return ;;
            restore)
                _arguments -s \
                    '--sidecar=[Sidecar written by convert --sidecar FILE]:FILE:_files' \
                    '(-o --output)-o[Output file]:OUT:_files' \
                    '(-o --output)--output=[Output file]:OUT:_files' \
                    '--to=[Target format]:VALUE:(velo rest)' \
                    '--profile=[Profile of VIEW]:VALUE:(documented viewer)' \
                    '--indent=[Spaces per indent level; 0 for compact output]:N: ' \
                    '--report=[Write all findings to FILE]:FILE:_files' \
                    '--report-format=[Report format]:VALUE:(json jsonl concise sarif github gitlab junit)' \
                    '--fail-on=[Exit with 1 on findings of this severity or higher]:VALUE:(error warning info never)' \
                    '--replace-all[Accept a VIEW that shares no item with FILE, and replace all items]' \
                    '--color=[Colour text output; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Suppress messages on standard error]' \
                    '(-q --quiet)--quiet[Suppress messages on standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    '*:argument:_files' \
                    && return ;;
            rule)
                _arguments -s \
                    '(--output-format --format)--output-format=[Text or JSON]:VALUE:(text json)' \
                    '(--output-format --format)--format=[Text or JSON]:VALUE:(text json)' \
                    '--color=[Colour text output; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Suppress messages on standard error]' \
                    '(-q --quiet)--quiet[Suppress messages on standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    '*:argument:(I101 I102 I103 I104 I105 I106 I107 I108 I109 I110 I111 I112 I113 I114 I115 I116 L101 L102 L103 L104 L105 L106 L107 L108 L109 L110 L111 L112 L113 L114 L115 L116 L117 L118 L119 L120 L121 L122 L123 L124 L125 L126 L127 L128 L129 L130 L131 L132 M101 M102 M103 M104 M105 M106 M107 M108 M109 M110 M111 M112 O101 O102 O103 O104 O105 O106 O107 R001 R002 R003 R004 R005 R006 R007 R008 R009 S001 S002 S003 S004 S005 S006 S007 S008 S009 S010 X101 X102 address-part-dropped alt-text-as-filename alt-text-dropped date-invalid date-precision-lost date-respelled dates-dropped description-truncated dialect-guessed dialect-mismatch dimensions-missing duplicate-id duplicate-key duration-dropped duration-renamed event-without-items exif-dropped external-image external-image-details-dropped external-video-details-dropped extra-posters-dropped failed-answer filename-missing focal-point-dropped focal-point-outside full-page gallery-fields-dropped gallery-order-kept id-not-guid image-settings-dropped image-url-dropped internal-error item-added item-deleted item-kept item-not-planned item-removed item-replaced items-incomplete legacy-uri link-details-dropped link-text-dropped link-text-kept link-to-old-site link-url-missing malformed-uri media-missing media-unmapped misspelt-key nested-key-renamed no-items-in-answer non-finite-number not-an-item not-json off-schema old-media-field-dropped page-conflict poster-dropped resolutions-dropped secondary-media-dropped slug-not-guid sort-order-descending sort-order-dropped sort-order-duplicate sort-order-exhausted sort-order-mixed-units sort-order-text sort-order-unsorted sort-orders-rewritten tags-dropped text-item-dropped text-style-dropped thumbnail-dropped type-inferred type-mismatch undocumented-form unknown-field-dropped unknown-video-host unreadable-input unsafe-html unsafe-link unsupported-media unsupported-type value-respelled video-quality-guessed video-search-page view-replaced watermark-dropped)' \
                    && return ;;
            rules)
                _arguments -s \
                    '(--output-format --format)--output-format=[Text or JSON]:VALUE:(text json)' \
                    '(--output-format --format)--format=[Text or JSON]:VALUE:(text json)' \
                    '--color=[Colour text output; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Suppress messages on standard error]' \
                    '(-q --quiet)--quiet[Suppress messages on standard error]' \
                    '(-V --version)-V[Print the version and exit]' \
                    '(-V --version)--version[Print the version and exit]' \
                    '(-h --help)-h[Show this message and exit]' \
                    '(-h --help)--help[Show this message and exit]' \
                    && return ;;
            schema)
                _arguments -s \
                    '--bundle[Embed all referenced schemas]' \
                    '--draft=[Draft of JSON Schema]:VALUE:(2020-12 7)' \
                    '--color=[Colour text output; auto\: on a terminal, obeying NO_COLOR and FORCE_COLOR]:VALUE:(auto always never)' \
                    '(-q --quiet)-q[Suppress messages on standard error]' \
                    '(-q --quiet)--quiet[Suppress messages on standard error]' \
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
