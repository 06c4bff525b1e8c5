namespace NewsDiff.Sql;

/// <summary>Which versions to read, and the expression that orders them.</summary>
/// <param name="Condition">The condition for versions under the alias <c>v</c>.</param>
/// <param name="Cursor">The expression that orders the versions.</param>
/// <param name="IsByKey">Whether the cursor is the version's key, not its sequence.</param>
/// <param name="Parameters">The values of the condition.</param>
internal sealed record VersionPageQuery(
    string Condition, string Cursor, bool IsByKey, (string Name, object? Value)[] Parameters);
