namespace Responsables.Domain.Frameworks.Expressions;

/// <summary>
/// The unit of an expression: a product of powers of unit names, each name taken as it is written (<c>g CO2/km</c> is one name).
/// <see cref="Any"/> goes with every unit: numbers in a rule, and what already has a fault.
/// </summary>
internal sealed class Unit : IEquatable<Unit>
{
    public static readonly Unit Any = new([]);
    public static readonly Unit None = new([]);
    public static readonly Unit Bodies = Of("organismes");

    private readonly SortedDictionary<string, int> powers;

    private Unit(SortedDictionary<string, int> powers) => this.powers = powers;

    public static Unit Of(string? name) => name is null ? None : new(new(StringComparer.Ordinal) { [name] = 1 });

    public bool IsAny => ReferenceEquals(this, Any);

    public bool IsDimensionless => powers.Count == 0;

    /// <summary>The unit of what comes out of an operation; null when the two cannot be added.</summary>
    public static Unit? Of(Operation operation, Unit left, Unit right) => operation switch
    {
        Operation.Multiply => left.Times(right, 1),
        Operation.Divide => left.Times(right, -1),
        _ => Common(left, right),
    };

    /// <summary>The unit of two things that are added or compared; null when they cannot be.</summary>
    public static Unit? Common(Unit left, Unit right) =>
        left.IsAny ? right
        : right.IsAny || left.Equals(right) ? left
        : null;

    private Unit Times(Unit other, int sign)
    {
        if (IsAny || other.IsAny)
        {
            return IsAny && sign > 0 ? other : this;
        }

        var product = new SortedDictionary<string, int>(powers, StringComparer.Ordinal);
        foreach (var (name, power) in other.powers)
        {
            var total = product.GetValueOrDefault(name) + (sign * power);
            if (total == 0)
            {
                product.Remove(name);
            }
            else
            {
                product[name] = total;
            }
        }

        return new(product);
    }

    public bool Equals(Unit? other) => other is not null && powers.SequenceEqual(other.powers);

    public override bool Equals(object? obj) => Equals(obj as Unit);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => IsDimensionless
        ? "1"
        : string.Join(" × ", powers.Select(p => p.Value == 1 ? p.Key : $"{p.Key}^{p.Value}"));
}
