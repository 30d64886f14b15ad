// The model doctor over broken, mended, good and evil archives and folders: each with its finding, in words that name the file and what to do.
import { describe } from 'vitest'
import { encodingSuite } from './suites/model-doctor-encodings'
import { coverageSuite, findingSuite } from './suites/model-doctor-findings'
import { folderSuite } from './suites/model-doctor-folders'
import { goodSuite } from './suites/model-doctor-good'
import { zipSuite } from './suites/model-doctor-zips'

describe('model doctor', () => {
  findingSuite()
  goodSuite()
  encodingSuite()
  describe('sheets, by hand and of models that ship [R110]', folderSuite)
  describe('whole or not at all [R109]', zipSuite)
  coverageSuite()
})
