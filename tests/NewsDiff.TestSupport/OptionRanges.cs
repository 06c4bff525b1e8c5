using System.Reflection;
using Xunit;

namespace NewsDiff.TestSupport;

/// <summary>Tries every number, time and share that the options of a package can be set to.</summary>
/// <remarks>Options are the public types called so, and others that have settings of their own.</remarks>
public sealed class OptionRanges(Assembly package, params Type[] others)
{
    private static readonly object[] Numbers = [int.MinValue, -1, 0, 1, int.MaxValue];

    private static readonly object[] Times =
    [
        TimeSpan.MinValue, TimeSpan.FromTicks(-1), Timeout.InfiniteTimeSpan, TimeSpan.Zero, TimeSpan.FromTicks(1),
        TimeSpan.MaxValue,
    ];

    private static readonly object[] Shares =
    [
        double.NegativeInfinity, -0.5, 0.0, 1.5, double.NaN, double.PositiveInfinity,
    ];

    private readonly Type[] _types =
    [
        .. package.GetExportedTypes().Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal)), .. others,
    ];

    /// <summary>The type and the property of each setting.</summary>
    public TheoryData<string, string> Settings =>
    [
        .. from type in _types
           from property in type.GetProperties()
           where property.CanWrite && ValuesFor(property) is not null
           select (type.Name, property.Name),
    ];

    /// <summary>Each value is either refused by the setting's name, or works.</summary>
    /// <param name="typeName">The type.</param>
    /// <param name="propertyName">The setting.</param>
    /// <param name="useAsync">Does what the options are for, once.</param>
    public async Task TryAsync(string typeName, string propertyName, Func<object, Task> useAsync)
    {
        ArgumentNullException.ThrowIfNull(useAsync);
        PropertyInfo property = PropertyNamed(typeName, propertyName);
        foreach (object value in ValuesFor(property)!)
        {
            object options = Activator.CreateInstance(property.ReflectedType!)!;
            if (Refusal(options, property, value) is { } refusal)
            {
                var range = Assert.IsType<ArgumentOutOfRangeException>(refusal);
                Assert.True(
                    range.Message.Contains(propertyName, StringComparison.Ordinal) || range.ActualValue is not null,
                    $"{propertyName} = {value}: {range.Message}");
            }
            else
            {
                await useAsync(options);
            }
        }
    }

    /// <summary>Tries every setting; see <see cref="TryAsync"/>.</summary>
    /// <param name="useAsync">Does what the options are for, once.</param>
    public async Task TryAllAsync(Func<object, Task> useAsync)
    {
        foreach ((string typeName, string propertyName) in Settings.Select(row => row.Data))
        {
            await TryAsync(typeName, propertyName, useAsync);
        }
    }

    /// <summary>Values below zero are refused, except by the named settings.</summary>
    public void RefuseNegatives(params string[] except)
    {
        foreach ((string typeName, string propertyName) in Settings.Select(row => row.Data))
        {
            if (!except.Contains(propertyName, StringComparer.Ordinal))
            {
                PropertyInfo property = PropertyNamed(typeName, propertyName);
                object options = Activator.CreateInstance(property.ReflectedType!)!;
                Assert.IsType<ArgumentOutOfRangeException>(
                    Refusal(options, property, ValuesFor(property)![1]), exactMatch: false);
            }
        }
    }

    private static Exception? Refusal(object options, PropertyInfo property, object value) =>
        Record.Exception(() => property.SetValue(options, value))?.InnerException;

    private static object[]? ValuesFor(PropertyInfo property) =>
        (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) switch
        {
            { } type when type == typeof(int) => Numbers,
            { } type when type == typeof(TimeSpan) => Times,
            { } type when type == typeof(double) => Shares,
            _ => null,
        };

    private PropertyInfo PropertyNamed(string typeName, string propertyName) =>
        _types.Single(type => type.Name == typeName).GetProperty(propertyName)!;
}
