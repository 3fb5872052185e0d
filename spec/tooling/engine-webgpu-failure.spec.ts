import { expect, onTestFinished, test, vi } from 'vitest'
import { endOnFailure, endProcess } from '../../src/backend/webgpu.ts'

/** A device that says what it is told to. */
function fakeDevice() {
  const ends: string[] = []
  const events = new EventTarget()
  let lose: (how: { reason: string; message: string }) => void
  const lost = new Promise<{ reason: string; message: string }>((resolve) => {
    lose = resolve
  })
  const device = { lost, addEventListener: events.addEventListener.bind(events) as never }
  endOnFailure(device, (reason) => ends.push(reason))
  const refuse = (error: Error) => events.dispatchEvent(Object.assign(new Event('uncapturederror'), { error }))
  return { ends, lose: lose!, refuse }
}

test('what the GPU refuses ends the process, with its words', () => {
  const { ends, refuse } = fakeDevice()
  refuse(new Error('the buffer is too large'))
  expect(ends).toEqual(['the buffer is too large'])
})

test('a device that is lost ends the process, one that was given back does not', async () => {
  const lost = fakeDevice()
  lost.lose({ reason: 'unknown', message: 'the driver was reset' })
  const givenBack = fakeDevice()
  givenBack.lose({ reason: 'destroyed', message: '' })
  await Promise.resolve()
  expect(lost.ends).toEqual(['its device was lost, the driver was reset'])
  expect(givenBack.ends).toEqual([])
})

test('a process whose words nobody takes ends all the same', () => {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true)
  onTestFinished(() => kill.mockRestore())
  const write = () => {
    throw new Error('EPIPE')
  }
  expect(() => endProcess('its device was lost', write)).toThrow('EPIPE')
  expect(kill).toHaveBeenCalledExactlyOnceWith(process.pid, 'SIGKILL')
})
