type Props = { label: string; value: boolean; onChange: (value: boolean) => void }

/** Something that is so or not. */
export function Toggle({ label, value, onChange }: Props) {
  return (
    <label className="figure-field">
      <input
        type="checkbox"
        checked={value}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  )
}
