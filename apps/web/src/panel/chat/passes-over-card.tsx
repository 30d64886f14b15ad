// In: what of the chat she passes over. Out: people, words, languages; what is unfit; what many say at once.
import { ChatSettings } from '@psiona/shared'
import { Card } from '../../ui/card'
import { Switch } from '../../ui/switch'
import { Trouble } from '../../ui/trouble'
import { DeskHead } from '../desk-head'
import { languageWords } from '../models/language-words'
import { useSection } from '../use-section'
import { WordListField } from './word-list-field'

const MOST = { ignored: 500, blockedWords: 500, languages: 20 }
const { ignored: Ignored, blockedWords: BlockedWords, languages: Languages } = ChatSettings.shape

export function PassesOverCard() {
  const desk = useSection('chat')
  const { ignored, blockedWords, languages, filter, merge } = desk.value
  return (
    <Card aria-labelledby="passes-over">
      <DeskHead id="passes-over" title="What she passes over" desk={desk} />
      <div className="grid gap-5 px-3.5 pb-4">
        <WordListField
          label="People"
          hint="Never answered and never shown on the overlay: bots, mostly."
          placeholder="a name, or several with commas"
          list={ignored}
          one={Ignored.unwrap().element}
          most={MOST.ignored}
          refusal="A name has at most 50 letters."
          onList={(next) => desk.change({ ignored: next })}
        />
        <WordListField
          label="Words"
          hint="Lines with one of them are not answered."
          placeholder="a word, or several with commas"
          list={blockedWords}
          one={BlockedWords.unwrap().element}
          most={MOST.blockedWords}
          refusal="A word has at most 80 letters."
          onList={(next) => desk.change({ blockedWords: next })}
        />
        <WordListField
          label="Only these languages"
          hint={languages.length === 0 ? 'None named: lines in every language are answered.' : 'Lines in others are passed over.'}
          placeholder="en, de, pt-BR"
          list={languages}
          one={Languages.unwrap().element}
          most={MOST.languages}
          refusal="A language tag is two letters, with a country if you like: de, or en-GB."
          text={(tag) => `${languageWords([tag])} (${tag})`}
          onList={(next) => desk.change({ languages: next })}
        />
        <Switch
          label="Lines that are not fit for a stream"
          hint="What she would not say herself she does not answer either."
          checked={filter}
          onChange={(next) => void desk.change({ filter: next })}
        />
        <Switch
          label="Take many that say the same as one"
          hint="“Forty people ask what game this is”: one answer for all."
          checked={merge}
          onChange={(next) => void desk.change({ merge: next })}
        />
        <Trouble>{desk.trouble}</Trouble>
      </div>
    </Card>
  )
}
