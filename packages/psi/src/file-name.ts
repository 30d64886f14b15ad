// Text without white space → whether it is the name of a file, or a path.
/** Endings that are files and not the web or a sentence without a space. */
const fileEndings =
  'ts|tsx|js|jsx|mjs|cjs|json|yaml|yml|toml|md|txt|csv|tsv|pdf|html|css|scss|py|rb|rs|java|kt|cpp|hpp|cs|php|lua|sql|sh|exe|dll|zip|rar|7z|tar|gz|' +
  'png|jpg|jpeg|gif|webp|svg|psd|mp3|mp4|wav|ogg|flac|mkv|mov|avi|obj|fbx|vrm|vrma|ini|cfg|log|lock|env|xml|doc|docx|xls|xlsx|ppt|pptx|apk|iso'
const file = new RegExp(`^(?:[\\w-]+\\.)*[\\w-]*\\.(?:${fileEndings})(?::\\d+){0,2}$`, 'i')
const path = /^(?:~|\.{1,2})?(?:\/[\w.@-]+)+(?:\/|(?::\d+){1,2})?$|^(?:[\w.@-]+\/)+[\w-]*(?:\.[\w-]+)+(?::\d+){0,2}$/

export const isFileName = (text: string): boolean => file.test(text)
/** One letter or a number behind a slash is no folder: "/s", "8 /10". */
export const isPath = (text: string): boolean =>
  path.test(text) && !/^\/(?:[a-z]|\d+)$/i.test(text) && (/^[/~.]/.test(text) || isFileName(text.split('/').at(-1) ?? ''))
