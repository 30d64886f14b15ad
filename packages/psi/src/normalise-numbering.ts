// Numbers that count nothing: of telephones, rooms, errors and products → their digits, or pairs of them, as people read them out.
import { cardinal, codeNumber, digitByDigit } from './numbers'
import { letterName, type Rule } from './rule'

const emergency = /^(?:911|999|112|101|411|988)$/
const counters =
  /^(?:error|room|route|highway|flight|area|bus|code|status|interstate|suite|apartment|unit|channel|xbox|boeing|airbus|http|studio|bond)$/i
/** Makers count their products in numbers that are read in pairs. */
const products = /^(?:RTX|GTX|GT|RX|Ryzen|Quadro|Radeon|GeForce|Arc|Galaxy)$/

/** Asked before years and amounts. */
export const numberingRules: readonly Rule[] = [
  {
    example: ['call +1 555 123 4567', 'call plus one five five five one two three four five six seven'],
    says: (core, { piece }) =>
      piece.digits && /^[+(]?\d[\d().\s/-]*$/.test(core)
        ? [...(core.startsWith('+') ? ['plus'] : []), ...digitByDigit(core.replace(/\D/g, ''))]
        : null,
  },
  {
    example: ['call 911', 'call nine one one'],
    says: (core, { previous }) =>
      emergency.test(core) && /^(?:call|calls|called|calling|dial|dialed|phone)$/i.test(previous?.core ?? '')
        ? digitByDigit(core)
        : null,
  },
  {
    example: ['zip 90210, pin 1234', 'zip nine zero two one zero pin one two three four'],
    says: (core, { previous }) =>
      /^\d{4,8}$/.test(core) &&
      /^(?:zip|zipcode|postcode|pin|passcode|password|id|otp)$/i.test(previous?.core ?? '') &&
      /^:?$/.test(previous?.after ?? '')
        ? digitByDigit(core)
        : null,
  },
  {
    example: ['error 404 on the RTX 4090', 'error four oh four on the r. t. x. forty ninety'],
    says: (core, { previous }) => {
      if (previous?.after) return null
      const counted = /^\d{3}$/.test(core) && counters.test(previous?.core ?? '')
      return counted || (/^\d{3,5}$/.test(core) && products.test(previous?.core ?? '')) ? codeNumber(core) : null
    },
  },
  {
    example: ['i7-13700K', 'i. seven thirteen seven hundred k.'],
    says: (core) => {
      const [, family = '', model = '', suffix = ''] = /^i([3579])-?(\d{4,5})([A-Z]{0,2})$/i.exec(core) ?? []
      return model ? [letterName('i'), ...cardinal(family), ...codeNumber(model), ...Array.from(suffix, letterName)] : null
    },
  },
]
