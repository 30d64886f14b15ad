// Text without white space → whether it is an address of the web or of a mailbox, and its parts.
const topLevels =
  'com|org|net|io|tv|gg|gov|edu|dev|app|me|co|uk|de|jp|fr|ca|au|eu|us|ly|to|xyz|ai|info|live|stream|fm|be|sh|cc|art|club|online|shop|store|site|tech|wiki|world'
const host = `(?:[a-z\\d](?:[a-z\\d-]*[a-z\\d])?\\.)+`
/** Host, then path; the scheme, www, the port and the query are not said. */
export const address = new RegExp(
  `^(?:[a-z]+://)?(?:www\\.)?(${host}(?:${topLevels})|${host}[a-z]{2,}(?=$|/|:)|localhost(?=:|/|$))(?::\\d+)?((?:/[^\\s?#]*)?)(?:[?#]\\S*)?$`,
  'i',
)
const schemed = /^(?:[a-z]+:\/\/|www\.)/i
const shortAddress = new RegExp(`^${host}(?:${topLevels})(?:[/:]\\S*)?$`, 'i')
/** Person, then host. */
export const email = new RegExp(`^(?:mailto:)?([\\w.+-]+)@(${host}[a-z]{2,})$`, 'i')

/** What must not be cut at the signs inside it. */
export const isLink = (text: string): boolean => schemed.test(text) || shortAddress.test(text) || email.test(text)
