namespace NewsDiff.Sql;

/// <summary>What a body's checksum covers, so that a body stored with another version is noticed.</summary>
/// <param name="Number">The version's number.</param>
/// <param name="ContentHash">The version's content hash, as a column keeps it.</param>
internal readonly record struct BodyPlace(int Number, byte[] ContentHash);
