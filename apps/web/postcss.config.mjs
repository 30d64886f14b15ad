// In: our stylesheets. Out: plain CSS; Tailwind acts only where a stylesheet imports it (the panel's does, the overlay's does not).
export default { plugins: { '@tailwindcss/postcss': {} } }
