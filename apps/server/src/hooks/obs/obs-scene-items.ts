// What stands in a scene. In: its name. Out: its sources, those inside groups too, and where each can be switched.

import { type SceneItem, SceneItemIdAnswer, SceneItemsAnswer } from './obs-answer.external'
import type { ObsLine } from './obs-link'
import { isMissing } from './obs-problem'

/** What is in a group is switched in the group, which is a scene of its own to OBS. */
export async function itemsIn(line: ObsLine, scene: string): Promise<SceneItem[]> {
  const { sceneItems } = SceneItemsAnswer.parse(await line.call('GetSceneItemList', { sceneName: scene }))
  const withGroups = await Promise.all(
    sceneItems.map(async (item) => {
      if (!item.isGroup) return [item]
      const inside = SceneItemsAnswer.parse(await line.call('GetGroupSceneItemList', { sceneName: item.sourceName }))
      return [item, ...inside.sceneItems.reverse()]
    }),
  )
  // OBS counts from the back; its own window shows the front first.
  return withGroups.reverse().flat()
}

export interface Place {
  readonly sceneName: string
  readonly sceneItemId: number
}

/** @throws ObsRefusal when it is in neither the scene nor a group of it */
export async function placeOf(line: ObsLine, scene: string, source: string): Promise<Place> {
  const find = async (sceneName: string) =>
    SceneItemIdAnswer.parse(await line.call('GetSceneItemId', { sceneName, sourceName: source })).sceneItemId
  try {
    return { sceneName: scene, sceneItemId: await find(scene) }
  } catch (cause) {
    if (!isMissing(cause)) throw cause
    const { sceneItems } = SceneItemsAnswer.parse(await line.call('GetSceneItemList', { sceneName: scene }))
    for (const { isGroup, sourceName } of sceneItems)
      if (isGroup)
        try {
          return { sceneName: sourceName, sceneItemId: await find(sourceName) }
        } catch (inside) {
          if (!isMissing(inside)) throw inside
        }
    throw cause
  }
}
