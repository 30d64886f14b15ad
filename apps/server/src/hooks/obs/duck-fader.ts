// One input's fader while she speaks. In: how much quieter it shall be; what acts in OBS answer. Out: levels, and in the end the one the streamer wants.
import type { ObsAction } from '@psiona/shared'
import type { ObsAct } from './obs-act'
import type { LeftSo } from './obs-left'
import { LEVEL_TOLERANCE_DB } from './obs-things'

/** OBS's silence. */
const SILENCE_DB = -100
/** A guess where nothing is known of the level: too quiet rather than too loud. */
const UNKNOWN_DB = -60

type Volume = Extract<ObsAction, { do: 'volume' }>

const levelOf = (action: ObsAction, otherwise: Volume): number => (action.do === 'volume' ? action.db : otherwise.db)

export interface DuckFaderOptions {
  readonly input: string
  readonly act: ObsAct
  /** Where the fader stands, as far as is known. */
  readonly now?: ((action: ObsAction) => ObsAction | null) | undefined
  /** Told before the level changes: what must be brought back, should we be killed; null: nothing any more. */
  readonly keep?: ((so: LeftSo | null) => Promise<void>) | undefined
}

export class DuckFader {
  /** What the streamer wants without us; null: untouched. */
  private wantedDb: number | null = null
  /** How we left it; null: that is not certain. */
  private leftDb: number | null = null
  private offsetDb = 0
  private deepestDb = 0
  private last: Promise<unknown> = Promise.resolve()

  constructor(private readonly options: DuckFaderOptions) {}

  /** It may be quieter than the streamer wants. */
  get touched(): boolean {
    return this.wantedDb !== null
  }

  /** So much quieter than the streamer wants from now on, on the way to `goalDb`; 0 gives it back.
   *  @throws what the act fails with: then it stands as before, or as wanted */
  move(offsetDb: number, goalDb = offsetDb): Promise<void> {
    return this.inTurn(async () => {
      if (this.wantedDb === null && offsetDb === 0) return
      this.deepestDb = Math.max(this.deepestDb, offsetDb, goalDb)
      try {
        const wantedDb = this.wantedDb ?? (await this.learn())
        await this.keep(wantedDb)
        await this.set(wantedDb - offsetDb)
        this.offsetDb = offsetDb
        // By hand meanwhile: what was set just now was for the level before.
        if (this.wantedDb !== wantedDb) {
          await this.keep(this.wantedDb!)
          await this.set(this.wantedDb! - offsetDb)
        }
        if (offsetDb === 0) this.wantedDb = this.leftDb = null
      } finally {
        if (this.wantedDb === null) {
          this.deepestDb = 0
          void this.options.keep?.(null)
        }
      }
    })
  }

  /** The fader for others: they set and find levels as if nobody spoke. */
  actAside(action: Volume, mayChange?: Parameters<ObsAct>[1]): Promise<ObsAction | null> {
    return this.inTurn(async () => {
      if (this.wantedDb === null) return this.options.act(action, mayChange)
      const isSo = Math.abs(this.wantedDb - action.db) <= LEVEL_TOLERANCE_DB
      if (!isSo && mayChange && !(await mayChange(this.volume(this.wantedDb)))) return null
      // Killed in between, it is found as before or as it shall be.
      await this.keep(this.wantedDb, action.db - this.deepestDb, action.db)
      await this.set(action.db - this.offsetDb)
      const before = { ...action, db: this.wantedDb }
      this.wantedDb = action.db
      await this.keep(action.db)
      return Math.abs(before.db - action.db) <= LEVEL_TOLERANCE_DB ? null : before
    })
  }

  /** OBS was away: it may have begun again with what it had kept. */
  doubt(): void {
    this.leftDb = null
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.last.then(work)
    this.last = done.catch(() => {})
    return done
  }

  private async learn(): Promise<number> {
    const seen = this.options.now?.(this.volume(UNKNOWN_DB))
    const guess = this.volume(seen?.do === 'volume' ? seen.db : UNKNOWN_DB)
    let found: ObsAction = guess
    await this.options.act(guess, (was) => {
      found = was
      return false
    })
    this.leftDb = this.wantedDb = levelOf(found, guess)
    return this.wantedDb
  }

  /** Every level between these, the wanted one and the deepest below it counts as ours. */
  private async keep(wantedDb: number, ...alsoDb: readonly number[]): Promise<void> {
    const levels = [wantedDb, wantedDb - this.deepestDb, ...alsoDb].map((db) => Math.max(SILENCE_DB, db))
    const left = [this.volume(Math.min(...levels)), this.volume(Math.max(...levels))]
    await this.options.keep?.({ back: this.volume(wantedDb), left })
  }

  private async set(db: number): Promise<void> {
    const action = this.volume(Math.max(SILENCE_DB, db))
    const leftDb = this.leftDb
    this.leftDb = null
    const back = await this.options.act(action)
    this.leftDb = action.db
    const foundDb = back?.do === 'volume' ? back.db : action.db
    if (this.byHand(foundDb, leftDb)) this.wantedDb = leftDb === null ? foundDb : this.wantedByHand(foundDb)
  }

  private byHand(foundDb: number, leftDb: number | null): boolean {
    const wantedDb = this.wantedDb!
    if (Math.abs(foundDb - wantedDb) <= LEVEL_TOLERANCE_DB) return false
    if (leftDb !== null) return Math.abs(foundDb - leftDb) > LEVEL_TOLERANCE_DB
    return foundDb > wantedDb || foundDb < Math.max(SILENCE_DB, wantedDb - this.deepestDb) - LEVEL_TOLERANCE_DB
  }

  /** She moved it while it was quieter by the offset: so much louder it shall be without. Silence stays silence, and nothing gets over 0 dB by itself. */
  private wantedByHand(foundDb: number): number {
    if (foundDb <= SILENCE_DB + LEVEL_TOLERANCE_DB) return SILENCE_DB
    return Math.min(foundDb + this.offsetDb, Math.max(0, foundDb, this.wantedDb!))
  }

  private volume(db: number): Volume {
    return { do: 'volume', input: this.options.input, db }
  }
}
