using System.Reflection;
using NewsDiff.Diffing;
using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Tests.Diffing;

/// <summary>An engine that is kept for the next comparison holds nothing of the last texts.</summary>
public sealed class LeftoverTests
{
    [Fact]
    public void No_characters_of_a_text_stay_in_the_buffers()
    {
        var engine = new DiffEngine(new DiffOptions { IgnoreCase = true });
        var plain = new DiffEngine(DiffOptions.Default);
        string old = string.Join(
            ' ', Enumerable.Range(0, 400).Select(i => $"word{i} internationalisation{i} слово{i} cafe\u0301"));

        _ = engine.Compare(old, old.Replace("7", "8", StringComparison.Ordinal));
        _ = plain.Compare(old, old.Replace("7", "8", StringComparison.Ordinal));

        Assert.True(BuffersOf(engine).Concat(BuffersOf(plain)).ToList() is { Count: >= 6 } buffers
            && buffers.TrueForAll(
                buffer => buffer.Cast<object>().All(item => item.Equals(Activator.CreateInstance(item.GetType())))));
    }

    private static IEnumerable<Array> BuffersOf(object owner)
    {
        foreach (FieldInfo field in owner.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic))
        {
            object? value = field.GetValue(owner);
            if (value is char[] or TokenKey[])
            {
                yield return (Array)value;
            }
            else if (value?.GetType() is { IsClass: true, Namespace: { } space }
                && space.StartsWith("NewsDiff.Diffing", StringComparison.Ordinal))
            {
                foreach (Array buffer in BuffersOf(value))
                {
                    yield return buffer;
                }
            }
        }
    }
}
