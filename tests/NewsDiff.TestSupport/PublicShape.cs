using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;

namespace NewsDiff.TestSupport;

/// <summary>Holds the public types of a package to the rules of shape.</summary>
public static class PublicShape
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>
    /// Classes are closed, interfaces small, tokens last, and no database or parser shows in a signature.
    /// </summary>
    public static void Verify(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        Type[] types = assembly.GetExportedTypes();
        Assert.DoesNotContain(types, type => type is { IsClass: true, IsSealed: false, IsAbstract: false });
        Assert.DoesNotContain(
            types, type => type.IsInterface && type.GetMethods().Count(method => method.IsAbstract) is 0 or > 4);
        Assert.Empty(types.SelectMany(MethodsWithoutToken));
        Assert.DoesNotContain(
            types.SelectMany(SignatureTypes),
            used => used.Namespace?.Split('.')[0] == "AngleSharp"
                || used.Namespace?.StartsWith("System.Data", StringComparison.Ordinal) is true);
    }

    /// <summary>No record holds a default array, which would throw wherever it is read.</summary>
    public static void VerifyArrays(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        IEnumerable<string> offences =
            from type in assembly.GetExportedTypes()
            where IsRecord(type)
            from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where IsArray(property.PropertyType) && property.CanWrite && KeepsDefault(type, property)
            select $"{type.Name}.{property.Name}";

        Assert.Empty(offences);
        Assert.Empty(assembly.GetExportedTypes().Where(IsRecord).SelectMany(ArraysLeftDefault));
    }

    /// <summary>The types that the signatures of a type name.</summary>
    public static IEnumerable<Type> SignatureTypes(Type type) => type
        .GetMethods(Declared)
        .SelectMany(
            method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType))
        .Concat(type.GetInterfaces())
        .SelectMany(used => used.IsGenericType ? used.GetGenericArguments().Append(used) : [used]);

    /// <summary>Whether a type is an immutable array.</summary>
    public static bool IsArray(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    /// <summary>Whether an immutable array was never made.</summary>
    public static bool IsDefault(object array) => (bool)array.GetType().GetProperty("IsDefault")!.GetValue(array)!;

    private static IEnumerable<string> MethodsWithoutToken(Type type) => type.GetMethods(Declared)
        .Where(
            method => method.Name.EndsWith("Async", StringComparison.Ordinal)
                && method.Name != nameof(IAsyncDisposable.DisposeAsync))
        .Where(method => method.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken))
        .Select(method => $"{type.Name}.{method.Name}");

    private static bool IsRecord(Type type) => type is { IsAbstract: false, ContainsGenericParameters: false }
        && type.GetMethod("<Clone>$") is not null;

    private static bool KeepsDefault(Type type, PropertyInfo property)
    {
        object instance = RuntimeHelpers.GetUninitializedObject(type);
        try
        {
            property.SetValue(instance, Activator.CreateInstance(property.PropertyType));
        }
        catch (TargetInvocationException refused) when (refused.InnerException is ArgumentException)
        {
            return false;
        }

        return IsDefault(property.GetValue(instance)!);
    }

    private static IEnumerable<string> ArraysLeftDefault(Type type) =>
        from constructor in type.GetConstructors()
        let parameters = constructor.GetParameters()
        where parameters.Any(parameter => IsArray(parameter.ParameterType))
        let made = constructor.Invoke([.. parameters.Select(parameter =>
            parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null)])
        from property in type.GetProperties().Where(property => IsArray(property.PropertyType))
        where IsDefault(property.GetValue(made)!)
        select $"{type.Name}.{property.Name}";
}
