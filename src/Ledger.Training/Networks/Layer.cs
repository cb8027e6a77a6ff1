using System.Text.Json.Serialization;
using Ledger.Training.Networks.Layers;

namespace Ledger.Training.Networks;

/// <summary>One layer of a network, as every derivation key holds it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(LinearLayer), "linear")]
[JsonDerivedType(typeof(ConvolutionLayer), "convolution")]
[JsonDerivedType(typeof(BatchNormLayer), "batch_norm")]
[JsonDerivedType(typeof(ReluLayer), "relu")]
[JsonDerivedType(typeof(MaxPoolLayer), "max_pool")]
[JsonDerivedType(typeof(AveragePoolLayer), "average_pool")]
[JsonDerivedType(typeof(GlobalAveragePoolLayer), "global_average_pool")]
[JsonDerivedType(typeof(FlattenLayer), "flatten")]
[JsonDerivedType(typeof(DropoutLayer), "dropout")]
[JsonDerivedType(typeof(SubsampleLayer), "subsample")]
[JsonDerivedType(typeof(ResidualLayer), "residual")]
public abstract record Layer
{
    /// <summary>How messages call it.</summary>
    public abstract string Title { get; }

    /// <summary>What becomes of a sample.</summary>
    /// <exception cref="NetworkException">It does not fit.</exception>
    public abstract Features After(Features input);

    /// <summary>Its tensors, in order.</summary>
    public virtual IEnumerable<TensorDescription> Tensors() => [];

    private protected NetworkException Refused(Features input, string wanted) => new($"{Title} is reached by {input}, wanted {wanted}");
}
