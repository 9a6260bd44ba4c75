import { Choice, InteractiveFigure, NumberGrid, Stepper, useFigure } from "partwise/figure"
import { useState } from "react"
import { Filtered, PictureField, type Own } from "./own-picture"
import {
  convolve,
  defaults,
  kernels,
  pictures,
  problemOf,
  type KernelName,
  type Matrix,
  type PictureName,
  type Settings,
} from "./model"

const kernelNames = {
  vertical: "vertical",
  horizontal: "horizontal",
  sobel: "Sobel",
  scharr: "Scharr",
}
const ownKernel = { own: "your own" }
const pictureNames = {
  step: "upright edge",
  lying: "lying edge",
  diagonal: "diagonal",
  point: "a point",
}

type Props = { kernel?: KernelName; picture?: PictureName }

export function EdgeFilter({ kernel = "vertical", picture = "step" }: Props) {
  const start: Settings = { ...defaults, picture, kernel: kernels[kernel] }
  const figure = useFigure(start, problemOf)
  const { settings, set } = figure
  const image = pictures[settings.picture]
  const output = convolve(image, settings.kernel)
  const here = output.flat()[settings.at] ?? 0
  const name = nameOf(settings.kernel)
  const [own, setOwn] = useState<Own>({})
  return (
    <InteractiveFigure
      figure={figure}
      says={`Window ${settings.at + 1} gives ${here}. ${summaryOf(output)}`}
      table={{
        columns: ["row", "1", "2", "3", "4"],
        rows: output.map((row, index) => [String(index + 1), ...row]),
      }}
      controls={
        <>
          <Choice<KernelName | "own">
            label="Kernel"
            value={name}
            options={name === "own" ? { ...kernelNames, ...ownKernel } : (kernelNames as never)}
            onChange={(one) => one !== "own" && set({ kernel: kernels[one] })}
          />
          <Choice<PictureName>
            label="Image"
            value={settings.picture}
            options={pictureNames}
            onChange={(one) => set({ picture: one })}
          />
          <Stepper label="Window" value={settings.at} count={16} onChange={(at) => set({ at })} />
          <PictureField own={own} onRead={setOwn} />
        </>
      }
    >
      <Windows image={image} output={output} settings={settings} set={set} />
      {own.picture && <Filtered picture={own.picture} kernel={settings.kernel} />}
    </InteractiveFigure>
  )
}

type WindowsProps = {
  image: Matrix
  output: Matrix
  settings: Settings
  set: (change: Partial<Settings>) => void
}

/** The image and what the filter answers to it, with the window that is looked at. */
function Windows({ image, output, settings, set }: WindowsProps) {
  const window = { row: Math.floor(settings.at / 4), column: settings.at % 4, size: 3 }
  const most = Math.max(...output.flat().map(Math.abs), 1)
  return (
    <>
      <NumberGrid
        label="Image"
        rows={image}
        most={20}
        window={window}
        onPoint={(row, column) => set({ at: 4 * inside(row - 1) + inside(column - 1) })}
      />
      <span aria-hidden="true">∗</span>
      <NumberGrid
        label="Weights"
        rows={settings.kernel}
        most={20}
        onChange={(row, column, value) =>
          set({
            kernel: settings.kernel.map((cells, i) =>
              cells.map((cell, j) => (i === row && j === column ? value : cell)),
            ),
          })
        }
      />
      <span aria-hidden="true">=</span>
      <NumberGrid
        label="What the filter answers"
        rows={output}
        most={most}
        window={{ ...window, size: 1 }}
      />
    </>
  )
}

/** The first row or column of a window that is all in the image. */
const inside = (place: number) => Math.min(Math.max(place, 0), 3)

const nameOf = (kernel: Settings["kernel"]): KernelName | "own" =>
  (Object.keys(kernels) as KernelName[]).find(
    (name) => JSON.stringify(kernels[name]) === JSON.stringify(kernel),
  ) ?? "own"

function summaryOf(output: readonly (readonly number[])[]): string {
  const answers = output.flat().filter((value) => value !== 0)
  if (answers.length === 0) return "This filter finds nothing in the image."
  const strongest = answers.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a))
  return `The filter answers at ${answers.length} of 16 places, most strongly with ${strongest}.`
}
