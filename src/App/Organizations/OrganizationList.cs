using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Organizations;

/// <summary>The organisations as they stood on a day.</summary>
public sealed class OrganizationList(AppDb db)
{
    /// <param name="under">Only this one and all below it; null: all.</param>
    public async Task<Outcome<IReadOnlyList<OrganizationPeriod>>> AtAsync(DateOnly date, OrganizationCode? under, CancellationToken cancel)
    {
        var rows = await db.Organizations.AsNoTracking().ToListAsync(cancel);
        return OrganizationRegister.Of([.. rows.Select(r => r.ToPeriod())]) switch
        {
            Outcome<OrganizationRegister>.Done register => Found(register.Value.At(date), under),
            Outcome<OrganizationRegister>.Refused refused => Outcome.Refused<IReadOnlyList<OrganizationPeriod>>(refused.Problems),
            _ => Outcome.Missing<IReadOnlyList<OrganizationPeriod>>(),
        };
    }

    private static Outcome<IReadOnlyList<OrganizationPeriod>> Found(OrganizationTree tree, OrganizationCode? under) =>
        under is not { } code ? Outcome.Done(tree.Organizations)
        : tree.Find(code) is null ? Outcome.Refused<IReadOnlyList<OrganizationPeriod>>(new Problem(RegisterProblems.NotThere, null, code, tree.Date))
        : Outcome.Done(tree.Under(code));
}
