namespace Ledger.Application.Tests.Specifications;

/// <summary>Each rule broken once: the text replaced, its replacement, and all findings after the file's name.</summary>
public sealed class RuleTests
{
    [Theory]
    [InlineData("name: fashion\n", "name: -x\n", "1 name: '-x' is not a name: use a-z, 0-9, '.', '_' and '-', and start with a letter or digit")]
    [InlineData("name: fashion\n", "name: 'a b'\n", "1 name: 'a b' is not a name: use a-z, 0-9, '.', '_' and '-', and start with a letter or digit")]
    [InlineData("notes: a note", "notes: \"a\\0b\"", "2 notes: U+0000 (character 2) cannot be stored: remove it")]
    [InlineData("notes: a note", "notes:", "2 notes: has no value: remove it, or give a text")]
    [InlineData("notes: a note", "notes: [a]", "2 notes: a list is not a text")]
    [InlineData("seed: 1", "seed: 18446744073709551616", "3 seed: '18446744073709551616' is not a whole number from 0 to 18446744073709551615, or from-claim")]
    [InlineData("seed: 1", "seed: \"1\"", "3 seed: \"1\" is in quotes: write a whole number from 0 to 18446744073709551615, or from-claim, without them")]
    [InlineData("seed: 1", "seed: 1.0", "3 seed: '1.0' is not a whole number from 0 to 18446744073709551615, or from-claim")]
    [InlineData("replicates: 3", "replicates: 1001", "4 replicates: 1001 is not between 1 and 1000")]
    [InlineData("fashion-mnist", "fashion_mnist", "6 data.set: 'fashion_mnist' is not a known data set; did you mean 'fashion-mnist'? known: fashion-mnist, mnist, cifar-10, cifar-100, synthetic, files")]
    [InlineData("fashion-mnist", "cifar10", "6 data.set: 'cifar10' is not a known data set; did you mean 'cifar-10'? known: fashion-mnist, mnist, cifar-10, cifar-100, synthetic, files")]
    [InlineData("fashion-mnist", "mnist", "5 data.path: is missing: the files of mnist have no usual place; add the folder that holds its IDX files")]
    [InlineData("fashion-mnist", "synthetic", "5 data.synthetic: is missing: the set 'synthetic' is described by it; add {features: 64, classes: 4, train: 512, test: 256, noise: 96, seed: 7} or the like")]
    [InlineData("  validation: 5000", "  validation: 60000", "7 data.validation: 60000 leaves none of the 60000 training samples to train on: give at most 59999")]
    [InlineData("  validation: 5000", "  validation: -1", "7 data.validation: -1 is less than 0: give 0 or more")]
    [InlineData("  validation: 5000", "  validation: 5000\n  synthetic: {features: 64, classes: 4, train: 512, test: 256, noise: 96, seed: 7}", "8 data.synthetic: describes the set 'synthetic', but the set is 'fashion-mnist': remove it, or write 'set: synthetic'")]
    [InlineData("[validation, test]", "[validation, test, test]", "31 evaluate.splits[2]: 'test' is named twice: keep one of them")]
    [InlineData("[validation, test]", "[]", "31 evaluate.splits: is empty: name at least one of train, validation, test")]
    [InlineData("[validation, test]", "test", "31 evaluate.splits: 'test' is not a list in brackets, each item a text")]
    [InlineData("[validation, test]", "[validate]", "31 evaluate.splits[0]: 'validate' is not a known split; known: train, validation, test")]
    [InlineData("  validation: 5000", "  validation: 0", "31 evaluate.splits[0]: 'validation' has no samples: give data.validation a number above 0, or remove it here")]
    [InlineData("lenet-300-100", "mlp:784-65536-65536-10", "8 network: 'mlp:784-65536-65536-10' has 4347133962 parameters: give one of at most 2147483647")]
    [InlineData("lenet-300-100", "mlp:64-10", "8 network: 'mlp:64-10' takes 64 features, but fashion-mnist has 784: give a network that takes as many")]
    [InlineData("lenet-300-100", "mlp:784-100", "8 network: 'mlp:784-100' tells 100 classes apart, but fashion-mnist has 10: give a network with as many outputs")]
    [InlineData("glorot_normal", "he_normal/1", "9 initialiser: 'he_normal/1' is not a known initialiser; known: glorot_normal/1, glorot_uniform/1, kaiming_normal/1, kaiming_uniform/1")]
    [InlineData("glorot_normal", "glorot_normal/2", "9 initialiser: 'glorot_normal/2' is not a known initialiser; did you mean 'glorot_normal'? known: glorot_normal/1, glorot_uniform/1, kaiming_normal/1, kaiming_uniform/1")]
    [InlineData("6000it", "0", "11 training.steps: 0it trains nothing: give one step or more")]
    [InlineData("6000it", "6000 steps", "11 training.steps: '6000 steps' is not a number of steps, such as 6000, 6000it or 12ep")]
    [InlineData("6000it", "3000000ep", "11 training.steps: 3000000ep are 2748000000 steps: give at most 2147483647")]
    [InlineData("batch: 60", "batch: 0", "12 training.batch: 0 is less than 1: give 1 or more")]
    [InlineData("batch: 60", "batch: 55001", "12 training.batch: 55001 is more than the 55000 training samples: give at most as many")]
    [InlineData("batch: 60", "batch: 99999999999", "12 training.batch: '99999999999' is not a whole number of at most 2147483647, without leading zeros")]
    [InlineData("sgd", "adagrad", "13 training.optimiser: 'adagrad' is not a known optimiser; known: adam/1, adamw/1, sgd/1")]
    [InlineData("momentum: 0.9", "momentum: 1", "14 training.momentum: 1 is not between 0 and 1 (1 itself excluded)")]
    [InlineData("momentum: 0.9", "momentum: -0.1", "14 training.momentum: -0.1 is not between 0 and 1 (1 itself excluded)")]
    [InlineData("momentum: 0.9", "momentum: .nan", "14 training.momentum: '.nan' is not a number of at most 28 digits, such as 0.2 or 1e-4")]
    [InlineData("0.0001", "-1e-4", "15 training.weight_decay: -0.0001 is less than 0: give 0 or more")]
    [InlineData("0.0001", "0.00000000000000000000000000001", "15 training.weight_decay: '0.00000000000000000000000000001' is not a number of at most 28 digits, such as 0.2 or 1e-4")]
    [InlineData("rate: 0.1", "rate: 0", "16 training.rate: 0 is not above 0: give a positive number")]
    [InlineData("rate: 0.1", "rate: 10%", "16 training.rate: '10%' is not a number of at most 28 digits, such as 0.2 or 1e-4")]
    [InlineData("[4000it, 5200it]", "[5200it, 4000it]", "17 training.milestones[1]: 4000it is not after 5200it: put the milestones in ascending order")]
    [InlineData("[4000it, 5200it]", "[4000it, 4000]", "17 training.milestones[1]: 4000it is not after 4000it: put the milestones in ascending order")]
    [InlineData("[4000it, 5200it]", "[0, 6000it]", "17 training.milestones[0]: 0it is the start: set training.rate instead, or give a later step", "17 training.milestones[1]: 6000it is not before the end of training (6000it): give an earlier step, or remove it")]
    [InlineData("[4000it, 5200it]", "[]", "18 training.factor: 0.1 has no milestones to act at: add training.milestones, or remove it")]
    [InlineData("[4000it, 5200it]", "4000it", "17 training.milestones: '4000it' is not a list in brackets, each item a number of steps, such as 6000, 6000it or 12ep")]
    [InlineData("\n  factor: 0.1", "", "10 training.factor: is missing: the milestones need it; add a number such as 0.1")]
    [InlineData("  factor: 0.1", "  factor: 0", "18 training.factor: 0 is not above 0: give a positive number")]
    [InlineData("imp", "swamp", "20 method.name: 'swamp' is not a known method; known: imp/1")]
    [InlineData("rounds: 8", "rounds: -1", "21 method.rounds: -1 is not between 0 and 1000")]
    [InlineData("rounds: 8", "rounds: 1001", "21 method.rounds: 1001 is not between 0 and 1000")]
    [InlineData("6000it", "2000000000", "21 method.rounds: 8 rounds after the dense one train 18000000000 steps: give fewer rounds or steps, at most 2147483647 together")]
    [InlineData("rewind: 500it", "rewind: 6000", "22 method.rewind: 6000it is not before the end of training (6000it): give an earlier step")]
    [InlineData("rewind: 500it", "rewind: 20ep", "22 method.rewind: 20ep is not before the end of training (6000it): give an earlier step")]
    [InlineData("magnitude", "magnitud", "24 method.prune.criterion: 'magnitud' is not a known criterion; did you mean 'magnitude'? known: magnitude/1")]
    [InlineData("global", "locally", "25 method.prune.scope: 'locally' is not one of global, layerwise")]
    [InlineData("\n    fraction: 0.2", "\n    fraction: 1.2", "26 method.prune.fraction: 1.2 is not between 0 and 1 (1 itself excluded)")]
    [InlineData("\n    fraction: 0.2", "\n    fraction: 1", "26 method.prune.fraction: 1 is not between 0 and 1 (1 itself excluded)")]
    [InlineData("output_fraction: 0.1", "output_fraction: -0.5", "27 method.prune.output_fraction: -0.5 is not between 0 and 1 (1 itself excluded)")]
    [InlineData("\n    fraction: 0.2\n    output_fraction: 0.1", "\n    fraction: 0", "21 method.rounds: round 1 would prune nothing: give a larger fraction")]
    [InlineData("exact-floor", "exact_ceil", "28 method.prune.count: 'exact_ceil' is not a known count rule; known: exact_floor/1")]
    [InlineData("weights: rewind", "weights: zero", "29 method.restore.weights: zero is not possible here: write rewind")]
    [InlineData("slots: zero", "slots: restart", "29 method.restore.slots: restart is not possible here: write zero or rewind")]
    [InlineData("schedule: rewind", "schedule: zero", "29 method.restore.schedule: zero is not possible here: write rewind or restart")]
    [InlineData(", data: rewind", ", data: zero", "29 method.restore.data: zero is not possible here: write rewind or restart")]
    [InlineData("every: 0", "every: 6001", "32 evaluate.every: 6001it is beyond the end of training (6000it): give fewer steps, or 0 to evaluate rounds only at their end")]
    [InlineData("every: 0", "every: -1", "32 evaluate.every: '-1' is not a number of steps, such as 6000, 6000it or 12ep")]
    [InlineData("6000it", "0ep", "11 training.steps: 0ep trains nothing: give one step or more")]
    public void Parse_SpoiltFashionExample_NamesThePlace(string old, string replacement, params string[] findings) =>
        AssertFindings(ExampleFile.With(ExampleFile.Fashion, old, replacement), findings);

    [Theory]
    [InlineData("features: 8", "features: 0", "7 data.synthetic.features: 0 is not between 1 and 65536")]
    [InlineData("classes: 4", "classes: 1", "8 data.synthetic.classes: 1 is not between 2 and 256")]
    [InlineData("train: 96", "train: 0", "9 data.synthetic.train: 0 is less than 1: give 1 or more")]
    [InlineData("test: 16", "test: 2000000000", "10 data.synthetic.test: 2000000000 samples of 8 features are more than 2147483591 bytes: give at most 268435448")]
    [InlineData("noise: 96", "noise: 256", "11 data.synthetic.noise: 256 is not between 0 and 255")]
    [InlineData("  validation: 32", "  validation: 32\n  path: /data", "6 data.path: has no use, synthetic samples come from no file: remove it")]
    [InlineData("rounds: 2", "rounds: 30", "24 method.rounds: round 14 would prune nothing: give at most 13 rounds, or a larger fraction")]
    [InlineData("fraction: 0.2", "fraction: 0.01", "24 method.rounds: round 1 would prune nothing: give a larger fraction")]
    [InlineData("    noise: 96\n", "    nose: 96\n", "11 data.synthetic.nose: is not a key here; did you mean 'noise'?")]
    [InlineData("rate: 0.1\n", "rte: 0.1\n", "21 training.rte: is not a key here; did you mean 'rate'?")]
    [InlineData("training:", "trainin:", "15 trainin: is not a key here; did you mean 'training'?")]
    [InlineData("features: 8", "features: many", "7 data.synthetic.features: 'many' is not a whole number of at most 2147483647, without leading zeros")]
    [InlineData("  synthetic:\n", "  synthetic: 5\n  other:\n", "6 data.synthetic: '5' is not a section: write its keys below it, indented; known here: features, classes, train, test, noise, seed, image, shift", "7 data.other: is not a key here; known here: set, validation, path, synthetic, files")]
    [InlineData("rounds: 2", "rounds: 1.5", "24 method.rounds: '1.5' is not a whole number of at most 2147483647, without leading zeros")]
    [InlineData("train: 96", "train: 2000000000", "9 data.synthetic.train: 2000000000 samples of 8 features are more than 2147483591 bytes: give at most 268435448")]
    [InlineData("  rate: 0.1\n", "", "15 training.rate: is missing: add 'rate:' with a number of at most 28 digits, such as 0.2 or 1e-4")]
    public void Parse_SpoiltSyntheticExample_NamesThePlace(string old, string replacement, params string[] findings) =>
        AssertFindings(ExampleFile.With(ExampleFile.Synthetic, old, replacement), findings);

    [Theory]
    [InlineData("image: 2x2x2\n", "image: 2x2\n", "7 data.synthetic.image: '2x2' is not rows x columns x channels, such as 28x28x1 or 32x32x3")]
    [InlineData("image: 2x2x2\n", "features: 8\n    image: 2x2x2\n", "7 data.synthetic.features: says again what 'image: 2x2x2' says: remove it")]
    [InlineData("image: 2x2x2\n", "features: 8\n    shift: 2\n", "8 data.synthetic.shift: moves images, but samples are plain features: remove it, or write 'image:' in place of 'features:'")]
    [InlineData("image: 2x2x2\n", "image: 2x2x2\n    shift: 256\n", "8 data.synthetic.shift: 256 is not between 0 and 255")]
    [InlineData("    image: 2x2x2\n", "", "6 data.synthetic: does not say what a sample is: add 'features:' with its bytes, or 'image:' with rows x columns x channels such as 32x32x3")]
    [InlineData("image: 2x2x2\n", "image: 2x2x3\n", "13 network: 'mlp:8-6-4' takes 8 features, but synthetic has 12: give a network that takes as many")]
    [InlineData("image: 2x2x2\n", "image: 512x512x3\n", "7 data.synthetic.image: 512x512x3 has 786432 features: give at most 65536", "13 network: 'mlp:8-6-4' takes 8 features, but synthetic has 786432: give a network that takes as many")]
    [InlineData("train: 96", "train: 2000000000", "9 data.synthetic.train: 2000000000 samples of 8 features are more than 2147483591 bytes: give at most 268435448")]
    public void Parse_SpoiltImagesExample_NamesThePlace(string old, string replacement, params string[] findings) =>
        AssertFindings(ExampleFile.With(ExampleFile.Images, old, replacement), findings);

    [Theory]
    [InlineData("  path: /data\n", "", "3 data.path: is missing: the files of files have no usual place; add a safetensors file with the tensors train_images, train_labels, test_images and test_labels, or a folder with four npy files of these names")]
    [InlineData("set: files", "set: fashion-mnist", "7 data.files: describes the set 'files', but the set is 'fashion-mnist': remove it, or write 'set: files'", "13 network: 'mlp:8-6-4' takes 8 features, but fashion-mnist has 784: give a network that takes as many")]
    [InlineData("digest: 00", "digest: xx", "12 data.files.digest: 'xx000000000000000000000000000000000000000000000000000000000000ab' is not a digest of 64 hexadecimal digits")]
    [InlineData("classes: 4", "classes: 257", "9 data.files.classes: 257 is not between 2 and 256", "13 network: 'mlp:8-6-4' tells 4 classes apart, but files has 257: give a network with as many outputs")]
    public void Parse_SpoiltFilesExample_NamesThePlace(string old, string replacement, params string[] findings) =>
        AssertFindings(ExampleFile.With(ExampleFile.Files, old, replacement), findings);

    [Fact]
    public void Parse_LoneSurrogate_IsRefused() =>
        AssertFindings(ExampleFile.With(ExampleFile.Fashion, "a note", "a\uD83Db"), "2 notes: U+D83D (character 2) cannot be stored: remove it");

    [Theory]
    [InlineData("notes: a note", "notes: \"fine \\uD83D\\uDE00\"")]
    [InlineData("output_fraction: 0.1", "output_fraction: 0")]
    [InlineData("every: 0", "every: 6000it")]
    [InlineData("rewind: 500it", "rewind: 5999it")]
    [InlineData("batch: 60", "batch: 55000")]
    public void Parse_OnTheEdge_IsAccepted(string old, string replacement) =>
        AssertFindings(ExampleFile.With(ExampleFile.Fashion, old, replacement));

    private static void AssertFindings(string text, params string[] findings) => Assert.Equal(
        findings.Select(static finding => $"{ExampleFile.Path}:{finding}"),
        ExampleFile.Parse(text).Findings.Select(static finding => finding.ToString()));
}
