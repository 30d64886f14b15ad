// In: whether she may say links. Out: that, and which.
import { SafetySettings } from '@psiona/shared'
import { Card } from '../../ui/card'
import { Trouble } from '../../ui/trouble'
import { WordListField } from '../chat/word-list-field'
import { DeskHead } from '../desk-head'
import { TitledChoice } from '../stream/titled-choice'
import { useSection } from '../use-section'

const CHOICES = [
  { value: 'never', label: 'Never' },
  { value: 'allowed-domains', label: 'Of these sites' },
] as const
const MOST = 100
const Domains = SafetySettings.shape.allowedDomains

export function LinksCard() {
  const desk = useSection('safety')
  const { links, allowedDomains } = desk.value
  return (
    <Card aria-labelledby="links">
      <DeskHead id="links" title="Links" desk={desk} />
      <div className="grid gap-4 px-3.5 pb-4">
        <TitledChoice
          title="She says links on stream"
          label="She says links on stream"
          value={links}
          choices={CHOICES}
          onChoose={(next) => void desk.change({ links: next })}
        />
        <p className="text-sm text-ink2">Off stream, by the rules of Private, she says any link.</p>
        {links === 'allowed-domains' && (
          <WordListField
            label="Sites"
            hint={allowedDomains.length === 0 ? 'None named: no link is said.' : 'Links elsewhere are held back.'}
            placeholder="example.org"
            list={allowedDomains}
            one={Domains.unwrap().element}
            most={MOST}
            refusal="A site has at most 100 letters, such as example.org."
            onList={(next) => desk.change({ allowedDomains: next })}
          />
        )}
        <Trouble>{desk.trouble}</Trouble>
      </div>
    </Card>
  )
}
