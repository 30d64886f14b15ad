// A character file: who she is, how she talks, looks, sounds. characters/<id>.yaml is parsed by this schema and nothing else.
import { z } from 'zod'
import { LanguageTag, Slug } from './ids'
import { EMOTIONS, Emotion, EmotionName, Gesture } from './mood'

const phrase = z.string().min(1).max(400)
const phrases = z.array(phrase).max(60)
const unit = z.number().min(0).max(1)

/** The phones the engine can say (psi/phone.ts): vowels with a stress digit, consonants without. */
const PHONE = '(?:(?:A[AEHOWXY]|AXR|E[HRY]|I[HXY]|O[WY]|U[HW])[0-2]?|B|CH|DH?|DX|F|G|HH|JH|K|LX?|M|NG?|P|R|SH?|TH?|V|W|Y|ZH?)'
const PHONES = new RegExp(`^${PHONE}(?: ${PHONE})*$`)

/** A point of the equaliser: gain in decibels at a frequency in hertz. */
export const EqualiserPoint = z.strictObject({ hz: z.number().min(50).max(12_000), db: z.number().min(-12).max(12) })
export type EqualiserPoint = z.infer<typeof EqualiserPoint>

export const VoiceDials = z.strictObject({
  /** Mean pitch in hertz. */
  pitchHz: z.number().min(60).max(420).default(205),
  /** Pitch liveliness; 1 = as spoken. */
  range: z.number().min(0).max(3).default(1),
  /** Speed; 1 = about 175 words a minute. */
  rate: z.number().min(0.5).max(2).default(1),
  /** Formant scale; 1 = adult male tract, 1.17 = adult female, above = child. */
  tract: z.number().min(0.8).max(1.5).default(1.15),
  /** Open quotient of the glottis; lower is tenser. */
  openQuotient: z.number().min(0.35).max(0.9).default(0.62),
  /** Spectral tilt cut-off in hertz; higher is brighter. */
  brightnessHz: z.number().min(300).max(5000).default(1300),
  /** Air in the voice; 0.15 is a modal voice, 1 more air than tone. */
  breath: unit.default(0.15),
  /** How much the pitch wavers from moment to moment, as a part of it. */
  jitter: z.number().min(0).max(0.05).default(0.006),
  /** How much the loudness wavers from moment to moment, as a part of it. */
  shimmer: z.number().min(0).max(0.3).default(0.03),
  /** Every other pulse of the glottis is weaker: 0 = none, 1 = a fifth of its neighbours. */
  roughness: unit.default(0),
  /** How far the nose stays open in all sounds; 0 = only where the language wants it. */
  nasality: unit.default(0),
  /** Depth of the vibrato; 1 = half a semitone. */
  vibrato: unit.default(0),
  /** Speed of the vibrato in hertz. */
  vibratoHz: z.number().min(3).max(9).default(5.5),
  /** How much source and tract move each other: open vowels are lower, high pitch raises the formants; 0 = not at all. */
  coupling: unit.default(0.5),
  /** Colour over all, fitted to a recording or by hand; loudness stays. Smooth between points, level beyond the outer ones. */
  equaliser: z.array(EqualiserPoint).max(24).default([]),
})
export type VoiceDials = z.infer<typeof VoiceDials>

const band = z.strictObject({ periodMs: z.number().min(10).max(20_000), oscillators: z.number().int().min(1).max(512) })

/** The three bands of the mind, after the engine's blueprint. */
export const Bands = z.strictObject({
  micro: band.default({ periodMs: 25, oscillators: 128 }),
  meso: band.default({ periodMs: 250, oscillators: 32 }),
  macro: band.default({ periodMs: 2000, oscillators: 8 }),
  coupling: z.strictObject({ upward_gain: unit.default(0.15), downward_gain: unit.default(0.07) }).prefault({}),
})
export type Bands = z.infer<typeof Bands>

/** Something she knows or thinks, and the words that ask for it. */
export const Knowledge = z.strictObject({
  about: phrase,
  /** Any of these in a question calls it up. */
  words: z.array(z.string().min(2).max(60)).min(1).max(30),
  says: phrases.min(1),
})
export type Knowledge = z.infer<typeof Knowledge>

/** When a variant is worn. All that is given must hold; nothing given = on request only. */
export const VariantWhen = z.strictObject({
  /** Local hours [from, to), over midnight too: [22, 6]. */
  hours: z.tuple([z.number().min(0).max(24), z.number().min(0).max(24)]).optional(),
  /** A feeling that has reached this strength; it lets go 0.15 below. */
  mood: z.strictObject({ emotion: EmotionName, atLeast: unit }).optional(),
  /** How well she knows whom she talks to: 0 = never met, 1 = hundreds of exchanges. */
  closeness: z.strictObject({ atLeast: unit.default(0), atMost: unit.default(1) }).optional(),
})
export type VariantWhen = z.infer<typeof VariantWhen>

/** Another look of hers: another model, or other clothes on the same. */
export const Variant = z.strictObject({
  id: Slug,
  title: z.string().min(1).max(60).optional(),
  model: Slug.optional(),
  outfit: Slug.optional(),
  /** Accessories on or off, by id. */
  accessories: z.record(Slug, z.boolean()).default({}),
  when: VariantWhen.prefault({}),
  /** Whoever may: "!<command>" in chat puts it on for `commandMinutes`. */
  command: z
    .string()
    .regex(/^[a-z0-9-]{2,24}$/, '2 to 24 letters, digits or hyphens')
    .optional(),
  commandBy: z.enum(['anyone', 'subscribers', 'moderators', 'owner']).default('moderators'),
  commandMinutes: z.number().min(0.5).max(720).default(10),
})
export type Variant = z.infer<typeof Variant>

export const Appearance = z
  .strictObject({
    /** A folder of live2d-models. */
    model: Slug.default('tori'),
    outfit: Slug.default('default'),
    accessories: z.record(Slug, z.boolean()).default({}),
    /** The first whose `when` holds is worn. */
    variants: z.array(Variant).max(20).default([]),
    crossfadeMs: z.number().min(0).max(5000).default(600),
  })
  .refine(({ variants }) => new Set(variants.map(({ id }) => id)).size === variants.length, 'Two variants have the same id.')
export type Appearance = z.infer<typeof Appearance>

export const Character = z
  .strictObject({
    schema: z.literal(1).default(1),
    identity: z.strictObject({
      name: z.string().min(1).max(40),
      /** Spoken form, where spelling misleads. */
      saysNameAs: z.string().max(60).optional(),
      pronouns: z.string().max(30).default('she/her'),
      role: phrase,
      about: z.string().min(1).max(2000),
    }),
    traits: z.strictObject({
      openness: unit.default(0.6),
      conscientiousness: unit.default(0.5),
      extraversion: unit.default(0.6),
      agreeableness: unit.default(0.7),
      neuroticism: unit.default(0.3),
      likes: phrases.default([]),
      dislikes: phrases.default([]),
    }),
    style: z.strictObject({
      /** How much she says: sentences in an ordinary answer. */
      sentences: z.number().int().min(1).max(6).default(2),
      humour: unit.default(0.5),
      catchphrases: phrases.default([]),
      greetings: phrases.min(1),
      goodbyes: phrases.min(1),
      knowledge: z.array(Knowledge).max(100).default([]),
    }),
    voice: z
      .strictObject({
        engine: z.literal('psi').default('psi'),
        /** What she speaks. English needs nothing; other languages need espeak-ng. */
        language: LanguageTag.default('en-US'),
        dials: VoiceDials.prefault({}),
        /** Words said her way: "GIF: JH IH F" in ARPAbet with stress digits. */
        lexicon: z
          .record(
            z.string().min(1).max(60),
            z.string().regex(PHONES, 'ARPAbet phones with spaces between, such as "T AO1 R IY0"'),
          )
          .default({}),
      })
      .prefault({}),
    appearance: Appearance.prefault({}),
    /** A gesture that goes with an emotion when it is strong. */
    gestures: z.partialRecord(EmotionName, Gesture).default({}),
    bands: Bands.prefault({}),
    relationship: z
      .strictObject({
        /** What she calls the streamer. */
        callsOwner: z.string().min(1).max(40).default('boss'),
        warmth: unit.default(0.6),
      })
      .prefault({}),
    behaviour: z
      .strictObject({
        /** The feeling she rests in. */
        baseline: Emotion.default({}),
        /** 0 = answers only who names her, 1 = answers whenever nothing else waits. */
        chattiness: unit.default(0.5),
        /** Topics she declines, and how. */
        boundaries: z.array(z.strictObject({ words: z.array(z.string().min(2).max(60)).min(1), says: phrase })).default([]),
      })
      .prefault({}),
  })
  .meta({ id: 'Character', description: `A character. Emotions: ${EMOTIONS.join(', ')}.` })
export type Character = z.infer<typeof Character>
