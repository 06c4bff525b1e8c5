using System.Text.Json;

namespace NewsDiff.Evaluation.Cases;

/// <summary>Checks the cases of one file.</summary>
/// <param name="File">Its name.</param>
/// <param name="CheckAsync">Runs a case; null where the suite has no check for its kind.</param>
internal sealed record CaseSuite(string File, Func<JsonElement, Task<IReadOnlyList<CaseMismatch>?>> CheckAsync);
