// Out: the script that runs before React; it reads what use of `useTheme` wrote.
export const THEME_KEY = 'theme'

export const THEME_SCRIPT = `try{const t=localStorage.getItem('psiona.${THEME_KEY}');if(t==='dark'||t==='light')document.documentElement.dataset.theme=t}catch{}\n`
