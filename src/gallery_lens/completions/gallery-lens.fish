# Completions of gallery-lens for fish.
# Made by docs/completions.py from the commands themselves.

complete -c gallery-lens -n '__fish_use_subcommand' -f
complete -c gallery-lens -n '__fish_use_subcommand' -l version -d 'Show the version and exit'
complete -c gallery-lens -n '__fish_use_subcommand' -l color -x -a 'auto always never' -d 'Colour the account; auto does so on a terminal and obeys NO_COLOR and FORCE_COLOR'
complete -c gallery-lens -n '__fish_use_subcommand' -s q -l quiet -d 'Write no account to standard error'
complete -c gallery-lens -n '__fish_use_subcommand' -s h -l help -d 'Show this message and exit'
complete -c gallery-lens -n '__fish_use_subcommand' -a completion -d 'Print a completion script for a shell'
complete -c gallery-lens -n '__fish_use_subcommand' -a convert -d 'Convert galleries and items from one dialect to another'
complete -c gallery-lens -n '__fish_use_subcommand' -a loss-table -d 'Show what becomes of every field between dialects'
complete -c gallery-lens -n '__fish_use_subcommand' -a restore -d 'Put an edited view back into its gallery'
complete -c gallery-lens -n '__fish_use_subcommand' -a rule -d 'Explain a code'
complete -c gallery-lens -n '__fish_use_subcommand' -a rules -d 'List all codes'
complete -c gallery-lens -n '__fish_use_subcommand' -a schema -d 'Print a JSON Schema, or list them'

complete -c gallery-lens -n '__fish_seen_subcommand_from completion' -s h -l help -d 'Show this message and exit'
complete -c gallery-lens -n '__fish_seen_subcommand_from completion' -f -a 'bash zsh fish'

complete -c gallery-lens -n '__fish_seen_subcommand_from convert' -s o -r -F -d 'A file, or a folder where each input keeps its name'
complete -c gallery-lens -n '__fish_seen_subcommand_from convert' -l from -x -a 'auto velo rest frontend component rest-legacy cms' -d 'What is read'
complete -c gallery-lens -n '__fish_seen_subcommand_from convert' -l to -x -a 'velo rest frontend component' -d 'What is written'
complete -c gallery-lens -n '__fish_seen_subcommand_from convert' -l input-format -x -a 'auto json ndjson' -d 'auto: one value a line for .ndjson and .jsonl, else one document'
complete -c gallery-lens -n '__fish_seen_subcommand_from convert' -l output-format -x -a 'json ndjson js' -d 'js is a JavaScript module'
complete -c gallery-lens -n '__fish_seen_subcommand_from convert' -l indent -x -d 'Blanks to a level, 0 for one line'
complete -c gallery-lens -n '__fish_seen_subcommand_from convert' -l report -r -F -d 'Write every finding to FILE'
complete -c gallery-lens -n '__fish_seen_subcommand_from convert' -l report-format -x -a 'json jsonl concise sarif github gitlab junit' -d 'default: jsonl for a FILE of that suffix, else json'
complete -c gallery-lens -n '__fish_seen_subcommand_from convert' -l sidecar -r -F -d 'Keep in FILE what restore needs to bring everything back'
complete -c gallery-lens -n '__fish_seen_subcommand_from convert' -l rejects -r -F -d 'Keep what cannot be converted in FILE, one item a line'
complete -c gallery-lens -n '__fish_seen_subcommand_from convert' -l ledger -r -F -d 'Write where every value went to FILE, one value a line'
complete -c gallery-lens -n '__fish_seen_subcommand_from convert' -l order -x -a 'keep sort-order' -d 'Keep the items\' order, or sort them by their sort order'
complete -c gallery-lens -n '__fish_seen_subcommand_from convert' -l text-items -x -a 'drop error extract' -d 'What becomes of text items where the target has none'
complete -c gallery-lens -n '__fish_seen_subcommand_from convert' -l extract -r -F -d 'Where extracted text items, long descriptions and link texts go, one a line'
complete -c gallery-lens -n '__fish_seen_subcommand_from convert' -l fail-on -x -a 'error warning info never' -d 'Exit with 1 if anything this bad is found'
complete -c gallery-lens -n '__fish_seen_subcommand_from convert' -l strict -d '--fail-on info, and write no data on failure'
complete -c gallery-lens -n '__fish_seen_subcommand_from convert' -l as-gallery -d 'Write the body that createGallery takes'
complete -c gallery-lens -n '__fish_seen_subcommand_from convert' -l name -x -d 'The name of that gallery'
complete -c gallery-lens -n '__fish_seen_subcommand_from convert' -s h -l help -d 'Show this message and exit'

complete -c gallery-lens -n '__fish_seen_subcommand_from loss-table' -l format -x -a 'md json' -d 'A Markdown page, or JSON'
complete -c gallery-lens -n '__fish_seen_subcommand_from loss-table' -s h -l help -d 'Show this message and exit'
complete -c gallery-lens -n '__fish_seen_subcommand_from loss-table' -f

complete -c gallery-lens -n '__fish_seen_subcommand_from restore' -l sidecar -r -F -d 'What convert wrote with --sidecar FILE'
complete -c gallery-lens -n '__fish_seen_subcommand_from restore' -s o -r -F -d 'A file'
complete -c gallery-lens -n '__fish_seen_subcommand_from restore' -l to -x -a 'velo rest' -d 'What is written'
complete -c gallery-lens -n '__fish_seen_subcommand_from restore' -l indent -x -d 'Blanks to a level, 0 for one line'
complete -c gallery-lens -n '__fish_seen_subcommand_from restore' -l report -r -F -d 'Write every finding to FILE'
complete -c gallery-lens -n '__fish_seen_subcommand_from restore' -l report-format -x -a 'json jsonl' -d 'default: jsonl for a FILE of that suffix, else json'
complete -c gallery-lens -n '__fish_seen_subcommand_from restore' -l fail-on -x -a 'error warning info never' -d 'Exit with 1 if anything this bad is found'
complete -c gallery-lens -n '__fish_seen_subcommand_from restore' -s h -l help -d 'Show this message and exit'

complete -c gallery-lens -n '__fish_seen_subcommand_from rule' -l output-format -x -a 'text json' -d 'A page for people, or JSON'
complete -c gallery-lens -n '__fish_seen_subcommand_from rule' -s h -l help -d 'Show this message and exit'
complete -c gallery-lens -n '__fish_seen_subcommand_from rule' -f -a 'I101 I102 I103 I104 I105 I106 L101 L102 L103 L104 L105 L106 L107 L108 L109 L110 L111 L112 L113 L114 L115 L116 L117 L118 L119 L120 L121 L122 L123 L124 L125 L126 L127 L128 L129 M101 M102 M103 M104 M105 M106 M107 M108 M109 M110 M111 O101 O102 O103 O104 O105 R001 R002 R003 R004 S001 S002 S003 S004 S005 S006 S007 X101 X102 alt-text-as-filename alt-text-dropped date-invalid date-precision-lost dates-dropped description-truncated dialect-guessed dimensions-missing duplicate-id duplicate-key duration-dropped duration-renamed event-without-items exif-dropped external-image external-image-details-dropped external-video-details-dropped extra-posters-dropped filename-missing focal-point-dropped focal-point-outside full-page id-not-guid image-settings-dropped image-url-dropped items-incomplete legacy-uri link-details-dropped link-text-dropped link-text-kept link-url-missing malformed-uri media-missing misspelt-key nested-key-renamed non-finite-number not-an-item not-json off-schema poster-dropped resolutions-dropped secondary-media-dropped slug-not-guid sort-order-dropped sort-order-duplicate sort-order-exhausted sort-order-mixed-units sort-order-text sort-order-unsorted tags-dropped text-item-dropped text-style-dropped thumbnail-dropped type-inferred type-mismatch unknown-field-dropped unknown-video-host unsafe-html unsafe-link unsupported-media unsupported-type video-quality-guessed video-search-page watermark-dropped'

complete -c gallery-lens -n '__fish_seen_subcommand_from rules' -l output-format -x -a 'text json' -d 'A list for people, or JSON'
complete -c gallery-lens -n '__fish_seen_subcommand_from rules' -s h -l help -d 'Show this message and exit'
complete -c gallery-lens -n '__fish_seen_subcommand_from rules' -f

complete -c gallery-lens -n '__fish_seen_subcommand_from schema' -l bundle -d 'Put every schema that it leads to into it'
complete -c gallery-lens -n '__fish_seen_subcommand_from schema' -l draft -x -a '2020-12 7' -d 'The draft of JSON Schema'
complete -c gallery-lens -n '__fish_seen_subcommand_from schema' -s h -l help -d 'Show this message and exit'
complete -c gallery-lens -n '__fish_seen_subcommand_from schema' -f -a 'cms-item cms-items common component-gallery component-item diagnostic extract frontend-galleries frontend-item frontend-items frontend-view frontend-view-item reject report rest-gallery rest-item rest-legacy-gallery rest-legacy-item sidecar velo-gallery velo-item'
