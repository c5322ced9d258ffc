using Responsables.Domain.Organizations;

namespace Responsables.Web.Organizations;

/// <summary>An organisation among those that it comes from and that it became: how long it lasted, on one scale.</summary>
/// <param name="From">Null: before anything is known.</param>
/// <param name="To">Null: still there.</param>
public sealed record LineageRow(OrganizationCode Code, string Name, DateOnly? From, DateOnly? To, IReadOnlyList<OrganizationCode> Successors, bool IsSelf);

/// <summary>The organisations that lead to one and those that it led to, the oldest first.</summary>
public sealed record Lineage(IReadOnlyList<LineageRow> Rows, DateOnly First, DateOnly Last)
{
    /// <summary>Rows beyond which a picture says less than a list.</summary>
    private const int Most = 24;

    private const int Before = 2;

    /// <summary>Null when it comes from nobody and became nobody, or when they are too many to be drawn.</summary>
    public static Lineage? Of(OrganizationRegister register, OrganizationCode code, DateOnly today)
    {
        var kin = new HashSet<OrganizationCode> { code };
        Gather(code, c => register.Periods.Where(p => p.Successors.Contains(c)).Select(p => p.Code), kin);
        Gather(code, c => register.Periods.Where(p => p.Code == c).SelectMany(p => p.Successors), kin);
        if (kin.Count is 1 or > Most)
        {
            return null;
        }

        var rows = (from organization in kin
            let periods = register.Periods.Where(p => p.Code == organization).ToList()
            select new LineageRow(organization, periods[^1].ShortName, periods[0].ValidFrom, periods[^1].ValidTo, periods[^1].Successors, organization == code)).ToList();
        var days = rows.SelectMany(r => new[] { r.From, r.To }).OfType<DateOnly>().ToList();
        return new Lineage(
            [.. rows.OrderBy(r => r.To ?? DateOnly.MaxValue).ThenBy(r => r.Name, StringComparer.CurrentCulture)],
            days.Count == 0 ? today.AddYears(-Before) : days.Min().AddYears(-Before), days.Count == 0 || days.Max() < today ? today : days.Max());
    }

    private static void Gather(OrganizationCode code, Func<OrganizationCode, IEnumerable<OrganizationCode>> next, HashSet<OrganizationCode> into)
    {
        foreach (var other in next(code).Where(into.Add).ToList())
        {
            Gather(other, next, into);
        }
    }
}
