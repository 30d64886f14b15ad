// What sherpa looks up in a model file. In: an engine, a file's role, what the file says of itself. Out: what it lacks.
// Where a key is missing sherpa ends the whole process, so it is asked first.
import type { Metadata } from '../onnx-metadata'
import type { SherpaModel } from './sherpa-models'

const ENCODER = ['encoder_dims', 'num_encoder_layers', 'cnn_module_kernels', 'left_context_len', 'T', 'decode_chunk_len']
const STREAMING_ENCODERS: Readonly<Record<string, readonly string[]>> = {
  zipformer: [...ENCODER, 'attention_dims'],
  zipformer2: [...ENCODER, 'query_head_dims', 'value_head_dims', 'num_heads'],
}
const WHISPER = [
  ...['n_mels', 'n_text_layer', 'n_text_ctx', 'n_text_state', 'n_vocab', 'sot', 'eot', 'blank_id', 'translate', 'transcribe'],
  ...['is_multilingual', 'no_timestamps', 'no_speech', 'sot_sequence'],
]
const SENSE_VOICE = [
  ...['vocab_size', 'lfr_window_size', 'lfr_window_shift', 'normalize_samples', 'with_itn', 'without_itn', 'neg_mean'],
  ...['inv_stddev', 'lang_auto', 'lang_zh', 'lang_en', 'lang_ja', 'lang_ko', 'lang_yue'],
]
const VOICES = ['output_dim', 'sample_rate', 'normalize_samples', 'language']
const SPEAKER_FRAMEWORKS: Readonly<Record<string, readonly string[]>> = {
  wespeaker: VOICES,
  '3d-speaker': VOICES,
  nemo: ['output_dim', 'feat_dim', 'sample_rate', 'window_size_ms', 'window_stride_ms', 'language'],
}

/** The keys that are missing; an unknown kind of model is named by the key that tells the kind. */
export function missingMetadata(engine: SherpaModel['engine'], role: string, metadata: Metadata): string[] {
  const needed = (): readonly string[] => {
    switch (`${engine} ${role}`) {
      case 'zipformer encoder':
        return STREAMING_ENCODERS[metadata.get('model_type') ?? ''] ?? ['a model_type sherpa knows']
      case 'zipformer decoder':
        return ['vocab_size', 'context_size']
      case 'whisper encoder':
        return metadata.get('is_multilingual') === '0' ? WHISPER : [...WHISPER, 'all_language_tokens', 'all_language_codes']
      case 'sense-voice model':
        return SENSE_VOICE
      case 'speaker model':
        return SPEAKER_FRAMEWORKS[metadata.get('framework') ?? ''] ?? ['a framework sherpa knows']
      default:
        return []
    }
  }
  return needed().filter((key) => (metadata.get(key) ?? '') === '')
}
