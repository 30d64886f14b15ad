// In: why a button of the transport did nothing, or nothing. Out: it above that button, over the page, for as long as it holds.
export const TransportNote = ({ children }: { children: string | null }) => (
  <div role="alert" className="absolute right-0 bottom-full z-10 mb-3.5 w-max max-w-64">
    {children !== null && (
      <p className="rounded-control bg-warn px-3 py-2 text-sm font-semibold text-onwarn shadow-float">{children}</p>
    )}
  </div>
)
