using Ledger.Events.Hashing;

namespace Ledger.Events.Specification;

/// <summary>What the user's own files hold.</summary>
/// <param name="Features">Bytes of a sample.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="Train">Training samples, validation included.</param>
/// <param name="Test">Test samples.</param>
/// <param name="Digest">The data digest, so that the experiment says which samples it means, wherever they lie.</param>
/// <param name="Image">What a sample is if it is an image.</param>
public sealed record FilesSpecification(int Features, int Classes, int Train, int Test, Digest Digest, ImageSpecification? Image = null);
