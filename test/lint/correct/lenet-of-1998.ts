// @ts-nocheck
import { averagePool2d, conv2d, defineModel, flatten, glorotUniform, linear, nll, logSoftmax, tanh } from 'kernelsmith'

const weightInitializer = glorotUniform()
const conv = (x, filters) => tanh(conv2d(x, { filters, kernel: 5, weightInitializer }))
const dense = (x, units) => linear(x, { units, weightInitializer })

export default defineModel({
    name: 'lenet5',
    inputs: { image: [1, 32, 32] },
    outputs({ image }) {
        let x = averagePool2d(conv(image, 6), { kernel: 2 })
        x = averagePool2d(conv(x, 16), { kernel: 2 })
        x = conv(x, 120) // ok KS256
        x = tanh(dense(flatten(x), 84))
        return { scores: logSoftmax(dense(x, 10)) }
    },
    train: { loss: nll() },
})
