// In: what OBS shows viewers now. Out: it as a picture, with scene, tally and what the scene means.
import { Card, CardHead } from '../../ui/card'
import { More } from '../../ui/more'
import { Tag } from '../../ui/tag'
import { Trouble } from '../../ui/trouble'
import { usePanel } from '../panel-store'
import { useSection } from '../use-section'
import { OnAirPicture } from './on-air-picture'
import { SceneMoment, SceneMoments } from './scene-moments'
import { SilentIn } from './silent-in'

const RECORDING = { no: null, yes: 'Recording', paused: 'Recording paused' } as const

export function OnAirCard() {
  const obs = usePanel((state) => state.obs)
  const desk = useSection('obs')
  const recording = RECORDING[obs.recording]
  if (obs.link !== 'connected') return null
  const { load } = obs
  return (
    <Card aria-labelledby="on-air">
      <CardHead id="on-air" title="What viewers see">
        {recording && <Tag>{recording}</Tag>}
        <Tag look={obs.streaming ? 'on' : 'plain'} className="text-sm/4.5">
          {obs.streaming ? 'On air' : 'Not on air'}
        </Tag>
      </CardHead>
      <div className="grid gap-3 px-3.5 pb-3.5">
        <OnAirPicture scene={obs.scene} />
        {obs.scene !== '' && <SceneMoment desk={desk} scenes={obs.scenes} scene={obs.scene} title />}
        <SilentIn desk={desk} />
        <Trouble>{desk.trouble}</Trouble>
        {load && (
          <p className="text-sm text-ink3">
            OBS: {Math.round(load.cpuPercent)} % of the processor, {Math.round(load.fps)} frames a second,{' '}
            {(load.lateFrames * 100).toFixed(1)} % late
            {obs.studioMode && '. Studio mode is on'}
          </p>
        )}
      </div>
      {obs.scenes.length > 1 && (
        <More title="What each scene means" remark={`${obs.scenes.length} scenes`} flush>
          <SceneMoments desk={desk} obs={obs} />
        </More>
      )}
    </Card>
  )
}
