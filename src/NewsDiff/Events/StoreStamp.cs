namespace NewsDiff.Events;

/// <summary>The state of a store at one time, to be compared with that at another.</summary>
/// <param name="Writes">Differs after every write; it may also differ without one.</param>
/// <param name="Events">Differs after every write of an event: of a version, a takedown and so on.</param>
/// <remarks>Stamps of different instances say nothing about each other.</remarks>
public sealed record StoreStamp(string Writes, string Events);
