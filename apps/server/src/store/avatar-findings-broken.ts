// What makes a model unusable, as sentences. In: nothing. Out: code → what is so and what it means for her, and what to do.
export const BROKEN = {
  'empty-archive': [
    'There is no file in {name}, so there is nothing of her to show.',
    'Pack the folder of the model into a zip again and drop that.',
  ],
  'no-model': [
    'There is no Live2D model in {name}: neither a .model3.json nor a .moc3 is among its {count} files.',
    'Pack the folder that holds the .moc3 and its textures into a zip and drop that.',
  ],
  'nested-archive': [
    'There is no model in {name} but another archive, {file}, and archives inside archives stay shut.',
    'Unpack {file} yourself and drop the zip or the folder that comes out.',
  ],
  'editor-project': [
    '{file} is a project of the Cubism Editor. It cannot be played, it can only be edited.',
    'Open {file} in the Cubism Editor, choose File, Export for runtime, Export moc3 file, and drop that folder as a zip.',
  ],
  'drawing-only': [
    '{file} is a drawing. It has no bones yet, so she cannot move in it.',
    'Have {file} rigged in the Cubism Editor and drop the exported moc3 folder.',
  ],
  'cubism-2': [
    '{file} belongs to a model of Cubism 2. That format ended in 2018, and no Core of today plays it.',
    'Ask its maker for a Cubism 3 or later export, or open its project in the Cubism Editor and export a moc3 in place of {file}.',
  ],
  'three-d-model': [
    '{file} is a model in three dimensions, and she is drawn in two.',
    'Choose a Live2D model, one with a .moc3 file, in place of {file}.',
  ],
  'moc-missing': [
    '{file} names the model data {other}, and no .moc3 is there, so there is nothing to draw.',
    'Look for {other} where the model came from and pack it beside {file}.',
  ],
  'moc-not-moc': [
    '{file} is called .moc3 but holds something else.',
    'Download or export the model again; {file} was perhaps replaced on its way.',
  ],
  'moc-truncated': ['{file} ends in the middle, so her shape is not whole.', 'Download the model again until {file} is whole.'],
  'moc-damaged': [
    '{file} contradicts itself ({other}), and a Core that loads it could crash.',
    'Download {file} again, or export it from the Cubism Editor anew.',
  ],
  'moc-big-endian': [
    '{file} was exported for a machine of the other byte order, such as a games console.',
    'Export {file} from the Cubism Editor for computers or the web.',
  ],
  'moc-unknown-format': [
    '{file} has format {count}, newer than any that Psiona knows (up to {other}).',
    'Update Psiona, or export {file} from the Cubism Editor for an older SDK.',
  ],
  'texture-missing': [
    'The texture {file} is not there, so what is painted on it stays invisible.',
    'Put {file} into the folder.{other}',
  ],
  'texture-not-picture': [
    'The texture {file} is no PNG, WebP or JPEG picture, so nothing can be painted with it.',
    'Save {file} as a PNG under that name.',
  ],
  'texture-absurd': [
    'The texture {file} says that it is {other} pixels large. No graphics card holds that, and it may be a trap.',
    'Export {file} with at most 8192 pixels a side.',
  ],
  'textures-too-few': [
    '{file} paints with {count} textures, and only {other} can be found.',
    'Add the textures that belong to {file}; the exported folder holds all of them.',
  ],
  'folder-name': [
    'The folder {name} has a name that cannot stand in an address, so the overlay cannot load her from it.',
    'Rename the folder to {other}, or pack it into a zip and drop that.',
  ],
  'folder-unreadable': [
    'The folder {name} cannot be read or written ({other}), so the doctor learns nothing of it.',
    'Give your user the right to read and write what is in {name}, or take the folder away.',
  ],
  'name-not-plain': [
    '{file} has a name that cannot stand in an address, so the overlay cannot load it.',
    'Pack the folder into a zip and drop that: the doctor renames {file} and what refers to it.',
  ],
  'still-copying': [
    'Files in {name} change at this moment, so the doctor does not touch it yet.',
    'Wait until copying has ended and look again.',
  ],
} as const
