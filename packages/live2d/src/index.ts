// Live2D's file formats, pure: bytes and JSON in, typed values out, and back.
export {}
