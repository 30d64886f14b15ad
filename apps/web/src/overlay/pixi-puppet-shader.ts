// Canvas px go in, premultiplied pixels come out; one shader draws her, one paints her masks.
import { GlProgram, Shader, type TextureSource, UniformGroup } from 'pixi.js'

const vertex = (masked: 'aMaskedBy' | 'aPaintsInto'): string => `
in vec2 aPosition;
in vec2 aUV;
in float aOpacity;
in vec4 ${masked};
uniform vec4 uView;
out vec2 vUV;
out vec2 vMaskUV;
out float vOpacity;
out vec4 vChannel;
void main() {
  vec2 place = aPosition * uView.xy + uView.zw;
  gl_Position = vec4(place, 0.0, 1.0);
  vUV = aUV;
  vMaskUV = place * 0.5 + 0.5;
  vOpacity = aOpacity;
  vChannel = ${masked};
}`

// Half a level finer: the nearest mipmap is then one that is shrunk by 1 to 2 on the screen, which linear filtering covers.
const picture = `
in vec2 vUV;
in vec2 vMaskUV;
in float vOpacity;
in vec4 vChannel;
uniform sampler2D uTexture;
uniform sampler2D uMask;
out vec4 finalColor;
void main() {
  vec4 color = texture(uTexture, vUV, -0.5) * vOpacity;
  if (dot(vChannel, vec4(1.0)) > 0.5) color *= dot(texture(uMask, vMaskUV), vChannel);
  finalColor = color;
}`

const mask = `
in vec2 vUV;
in vec4 vChannel;
uniform sampler2D uTexture;
out vec4 finalColor;
void main() {
  finalColor = vChannel * texture(uTexture, vUV, -0.5).a;
}`

/** Scale and offset from canvas px to the screen, shared by both shaders. */
export const viewUniforms = () => new UniformGroup({ uView: { value: new Float32Array(4), type: 'vec4<f32>' } })
export type ViewUniforms = ReturnType<typeof viewUniforms>

export const pictureShader = (view: ViewUniforms, atlas: TextureSource, masks: TextureSource): Shader =>
  new Shader({
    glProgram: GlProgram.from({ name: 'puppet', vertex: vertex('aMaskedBy'), fragment: picture }),
    resources: { view, uTexture: atlas, uMask: masks },
  })

export const maskShader = (view: ViewUniforms, atlas: TextureSource): Shader =>
  new Shader({
    glProgram: GlProgram.from({ name: 'puppet-masks', vertex: vertex('aPaintsInto'), fragment: mask }),
    resources: { view, uTexture: atlas },
  })
