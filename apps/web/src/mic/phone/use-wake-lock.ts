// In: whether the screen has to stay on. Out: it does, as long as the page is seen.
import { useEffect } from 'react'

export function useWakeLock(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || !('wakeLock' in navigator)) return
    let closed = false
    let lock: WakeLockSentinel | null = null
    const hold = async () => {
      if (document.hidden) return
      try {
        const held = await navigator.wakeLock.request('screen')
        if (closed) await held.release()
        else lock = held
      } catch {
        // A battery that is nearly empty: the screen may go dark, and the state word says what that did.
      }
    }
    // The system takes it back whenever the page is hidden.
    document.addEventListener('visibilitychange', hold)
    void hold()
    return () => {
      closed = true
      document.removeEventListener('visibilitychange', hold)
      void lock?.release()
    }
  }, [wanted])
}
