namespace NewsDiff.Notifications.Messages;

/// <summary>A stretch of a passage: kept words, or removed and added ones in the same place.</summary>
/// <param name="Kept">The kept text; empty for a change.</param>
/// <param name="Old">The removed text; empty when nothing was removed.</param>
/// <param name="New">The added text; empty when nothing was added.</param>
internal readonly record struct MarkedPiece(string Kept, string Old, string New);
