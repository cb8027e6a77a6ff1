namespace Ledger.Application.Specifications.Drafts;

/// <summary>
/// A mapping of the experiment file as it was written: each constructor parameter is a key (in snake_case), its type says how the
/// value is read, its attribute what holds when the key is absent. Values that could not be read are null; sections never are,
/// unless they are optional. Adding a key to the file is adding a parameter here.
/// </summary>
internal interface ISection;
