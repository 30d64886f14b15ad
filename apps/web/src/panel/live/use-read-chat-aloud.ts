// Out: whether screen readers announce chat lines; off at first, since a busy chat would drown everything else.
import { useRemembered } from '../../lib/browser-memory'

export const useReadChatAloud = () => useRemembered('read-chat-aloud', ['off', 'on'])
