using System.Text;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Organizations;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.World;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Organizations;

public class ImportOrganizationsTests
{
    [Theory, EachEngine]
    public async Task Listed_codes_are_created_or_replaced_and_the_others_left(Engine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        var whole = OrganizationsCsv.Write(SmallFederation.Periods);
        Assert.Equal(new OrganizationsImported(13, 0, 0, false), Done(await Import(database, whole)));
        Assert.Equal(new OrganizationsImported(0, 0, 13, false), Done(await Import(database, whole)));
        // The parent is not in the file: it is in the register.
        var part = $"{OrganizationsFile.Header}\nalpha-75,Alpha de la Seine,Alpha 75,local,Alpha,Maladie,fonds-a,11,75,,,\nneuf,Neuf,Neuf,local,Alpha,Maladie,fonds-a,11,75,2025-01-01,,\n";
        Assert.Equal(new OrganizationsImported(1, 1, 0, true), Done(await Import(database, part, dryRun: true)));
        Assert.Equal(14, await database.ReadAsync(db => db.Organizations.CountAsync()));
        Assert.Equal(new OrganizationsImported(1, 1, 0, false), Done(await Import(database, part)));
        Assert.Equal(2, await database.ReadAsync(db => db.Trail.CountAsync(t => t.Act == "organizations.import")));
        Assert.Equal(
            ["fonds-a", "alpha-75", "alpha-normandie", "alpha-sans", "neuf"],
            Done(await List(database, new(2025, 6, 1), SmallFederation.FundA)).Select(o => o.Code.Value));
        Assert.DoesNotContain(Done(await List(database, new(2024, 6, 1), null)), o => o.Code.Value == "neuf");
        Assert.Equal("organizations.not-there", Assert.Single(Refused(await List(database, new(2024, 6, 1), new OrganizationCode("neuf")))).Code);
    }

    [Theory, EachEngine]
    public async Task A_file_that_would_break_the_register_changes_nothing(Engine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        Done(await Import(database, OrganizationsCsv.Write(SmallFederation.Periods)));
        var before = await database.ReadAsync(db => db.Organizations.AsNoTracking().OrderBy(o => o.Id).Select(o => o.Id).ToListAsync());
        var cycle = $"{OrganizationsFile.Header}\nfonds-a,A,A,national_fund,national,Maladie,alpha-75,11,75,,,\n";
        Assert.Contains(Refused(await Import(database, cycle)), p => p.Code == RegisterProblems.ParentCycle);
        // The fund leaves in 2020 and the bodies below it, which the file does not list, would have no parent.
        var leaving = $"{OrganizationsFile.Header}\nfonds-b,B,B,national_fund,national,Famille,fed,11,93,,2020-12-31,\n";
        Assert.Contains(Refused(await Import(database, leaving)), p => p.Code == RegisterProblems.ParentNotActive && p.Place == "beta-14");
        Assert.Equal(before, await database.ReadAsync(db => db.Organizations.AsNoTracking().OrderBy(o => o.Id).Select(o => o.Id).ToListAsync()));
    }

    private static Task<Outcome<OrganizationsImported>> Import(TestDatabase database, string file, bool dryRun = false) =>
        database.WithAsync<ImportOrganizations, Outcome<OrganizationsImported>>(
            i => i.RunAsync(Actor.Command, new MemoryStream(Encoding.UTF8.GetBytes(file)), dryRun, Guid.NewGuid(), default));

    private static Task<Outcome<IReadOnlyList<OrganizationPeriod>>> List(TestDatabase database, DateOnly date, OrganizationCode? under) =>
        database.WithAsync<OrganizationList, Outcome<IReadOnlyList<OrganizationPeriod>>>(l => l.AtAsync(date, under, default));
}
