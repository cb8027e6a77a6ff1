using System.IO.Compression;
using System.Text;
using Ledger.Application.Rebuilds.Forms;
using Ledger.Training.Networks;
using Ledger.Training.States;

namespace Ledger.Application.Tests.Rebuilds;

public sealed class FileFormTests
{
    private static readonly NetworkDescription Network = NetworkCatalogue.Find("mlp:5-3-2")!;

    private readonly byte[] _recorded = Recorded();

    [Fact]
    public void Write_AsRecorded_ChangesNothing() => Assert.Same(_recorded, FileForm.Recorded.Write(Network, _recorded));

    [Fact]
    public void Write_ForTorch_HasEveryElementAtItsTransposedPlace()
    {
        var recorded = Safetensors.Read(_recorded).ToDictionary(static tensor => tensor.Name);
        var torch = Safetensors.Read(new FileForm(AxisOrder.Torch, TensorFormat.Safetensors).Write(Network, _recorded)).ToDictionary(static tensor => tensor.Name);

        Assert.Equal(["fc1.weight", "fc1.bias", "fc2.weight", "fc2.bias", "fc1.weight_mask", "fc2.weight_mask"], torch.Keys);
        Assert.Equal([3, 5], torch["fc1.weight"].Shape);
        Assert.Equal([3, 5], torch["fc1.weight_mask"].Shape);
        Assert.Equal(recorded["fc1.bias"].Data.ToArray(), torch["fc1.bias"].Data.ToArray());
        for (var input = 0; input < 5; input++)
        {
            for (var output = 0; output < 3; output++)
            {
                var (here, there) = ((input * 3) + output, (output * 5) + input);
                Assert.Equal(recorded["fc1.weight"].Data.Slice(4 * here, 4).ToArray(), torch["fc1.weight"].Data.Slice(4 * there, 4).ToArray());
                Assert.Equal(recorded["fc1.weight.mask"].Data.Span[here / 8] >> (here % 8) & 1, torch["fc1.weight_mask"].Data.Span[there]);
            }
        }
    }

    [Fact]
    public void Write_OfAStateForTorch_TransposesVelocitiesToo()
    {
        var state = StateFile.Write(new NetworkState(Network, Ascending(), [new OptimiserSlot("velocity", Ascending())]));
        var torch = Safetensors.Read(new FileForm(AxisOrder.Torch, TensorFormat.Safetensors).Write(Network, state)).ToDictionary(static tensor => tensor.Name);

        Assert.Equal([2, 3], torch["fc2.weight.velocity"].Shape);
        Assert.Equal(torch["fc2.weight"].Data.ToArray(), torch["fc2.weight.velocity"].Data.ToArray());
    }

    [Theory]
    [InlineData(AxisOrder.Ledger, "(5, 3, )")]
    [InlineData(AxisOrder.Torch, "(3, 5, )")]
    public void Write_ForNumpy_IsAnArchiveOfNpyFiles(AxisOrder layout, string shape)
    {
        var expected = Safetensors.Read(new FileForm(layout, TensorFormat.Safetensors).Write(Network, _recorded));
        using var archive = new ZipArchive(new MemoryStream(new FileForm(layout, TensorFormat.Npz).Write(Network, _recorded)));

        Assert.Equal(expected.Select(static tensor => $"{tensor.Name}.npy"), archive.Entries.Select(static entry => entry.FullName));
        foreach (var (tensor, entry) in expected.Zip(archive.Entries))
        {
            var content = new byte[entry.Length];
            using (var stream = entry.Open())
            {
                stream.ReadExactly(content);
            }

            // numpy.lib.format: magic, version 1.0, the header's length, the header as a Python literal, the elements.
            Assert.Equal([0x93, .. "NUMPY\x01\0"u8], content[..8]);
            var end = 10 + BitConverter.ToUInt16(content, 8);
            Assert.Equal(0, end % 64);
            var header = Encoding.ASCII.GetString(content, 10, end - 10);
            Assert.StartsWith($"{{'descr': '{(tensor.Type == "F32" ? "<f4" : "|u1")}', 'fortran_order': False, 'shape': (", header, StringComparison.Ordinal);
            Assert.EndsWith("\n", header, StringComparison.Ordinal);
            Assert.Equal(tensor.Data.ToArray(), content[end..]);
            Assert.True(tensor.Name != "fc1.weight" || header.Contains(shape, StringComparison.Ordinal), header);
        }
    }

    [Fact]
    public void Write_ForNumpyTwice_GivesTheSameBytes()
    {
        var form = new FileForm(AxisOrder.Ledger, TensorFormat.Npz);
        Assert.Equal(form.Write(Network, _recorded), form.Write(Network, _recorded));
    }

    private static byte[] Recorded()
    {
        var mask = WeightMask.Dense(Network).Copy();
        mask.Prune(0, 4);
        mask.Prune(0, 13);
        mask.Prune(1, 1);
        return StateFile.WriteTicket(new NetworkState(Network, mask.Select(Ascending())), mask);
    }

    private static float[] Ascending() => [.. Enumerable.Range(1, Network.ParameterCount).Select(static i => i / 7f)];
}
