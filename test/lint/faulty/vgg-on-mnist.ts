// @ts-nocheck
import { batchNorm, conv2d, defineModel, flatten, linear, maxPool2d, relu } from 'kernelsmith'

// VGG's five pools, on digits: 28 → 14 → 7 → 3 → 1 → nothing
const config = [32, 'M', 64, 'M', 128, 128, 'M', 256, 256, 'M', 256, 'M'] as const

export default defineModel({
    name: 'vgg',
    inputs: { x: [1, 28, 28] },
    outputs: ({ x }) => {
        for (const entry of config) {
            if (entry === 'M') {
                x = maxPool2d(x, { kernel: 2, stride: 2 }) // !! KS203
            } else {
                x = relu(batchNorm(conv2d(x, { filters: entry, kernel: 3, padding: 1, bias: false })))
            }
        }
        return linear(flatten(x), { units: 10 })
    },
})
