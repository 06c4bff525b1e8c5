using System.Diagnostics.CodeAnalysis;

namespace NewsDiff.Testing;

/// <summary>The script of a test is wrong: the test is to blame, not the code that it tests.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Without a message it means nothing.")]
internal sealed class ScriptException(string message) : InvalidOperationException(message);
