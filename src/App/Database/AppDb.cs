using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Accounts;
using Responsables.App.Campaigns;
using Responsables.App.Consolidation;
using Responsables.App.Evidence;
using Responsables.App.Frameworks;
using Responsables.App.Organizations;
using Responsables.App.Quality;
using Responsables.App.Outbox;
using Responsables.App.Publications;
using Responsables.App.Publications.Identities;
using Responsables.App.Publications.Texts;
using Responsables.App.Reminders;
using Responsables.App.Reviews;
using Responsables.App.Submissions;
using Responsables.App.Targets;
using Responsables.App.Trail;
using Responsables.App.Workbooks;

namespace Responsables.App.Database;

/// <summary>One model for both engines; <see cref="SqliteDb"/> and <see cref="PostgresDb"/> own their migrations and nothing else.</summary>
public abstract class AppDb(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<AccountGrant> Grants => Set<AccountGrant>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Delegation> Delegations => Set<Delegation>();

    public DbSet<EmailChange> EmailChanges => Set<EmailChange>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<FrameworkVersion> FrameworkVersions => Set<FrameworkVersion>();

    public DbSet<SupplementVersion> Supplements => Set<SupplementVersion>();

    public DbSet<PinnedSupplement> PinnedSupplements => Set<PinnedSupplement>();

    public DbSet<OrganizationRow> Organizations => Set<OrganizationRow>();

    public DbSet<Campaign> Campaigns => Set<Campaign>();

    public DbSet<CampaignAsk> CampaignAsks => Set<CampaignAsk>();

    public DbSet<BranchChoice> BranchChoices => Set<BranchChoice>();

    public DbSet<Submission> Submissions => Set<Submission>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<BranchTerm> BranchTerms => Set<BranchTerm>();

    public DbSet<BodyExtension> BodyExtensions => Set<BodyExtension>();

    public DbSet<AnswerRow> Answers => Set<AnswerRow>();

    public DbSet<Analysis> Analyses => Set<Analysis>();

    public DbSet<AnswerComment> AnswerComments => Set<AnswerComment>();

    public DbSet<EvidencePiece> Evidence => Set<EvidencePiece>();

    public DbSet<EvidenceContent> EvidenceContents => Set<EvidenceContent>();

    public DbSet<EvidenceTie> EvidenceTies => Set<EvidenceTie>();

    public DbSet<SubmissionBlock> SubmissionBlocks => Set<SubmissionBlock>();

    public DbSet<SendBack> SendBacks => Set<SendBack>();

    public DbSet<Signature> Signatures => Set<Signature>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<ReviewBatch> ReviewBatches => Set<ReviewBatch>();

    public DbSet<DeskFilter> DeskFilters => Set<DeskFilter>();

    public DbSet<DeskLook> DeskLooks => Set<DeskLook>();

    public DbSet<KeptReason> KeptReasons => Set<KeptReason>();

    public DbSet<Acceptance> Acceptances => Set<Acceptance>();

    public DbSet<PartsRow> Parts => Set<PartsRow>();

    public DbSet<WorkbookUpload> WorkbookUploads => Set<WorkbookUpload>();

    public DbSet<TargetRow> Targets => Set<TargetRow>();

    public DbSet<Anomaly> Anomalies => Set<Anomaly>();

    public DbSet<AnomalyAct> AnomalyActs => Set<AnomalyAct>();

    public DbSet<RuleTuning> RuleTunings => Set<RuleTuning>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<MessageChoice> MessageChoices => Set<MessageChoice>();

    public DbSet<ReminderRule> ReminderRules => Set<ReminderRule>();

    public DbSet<ReminderBatch> ReminderBatches => Set<ReminderBatch>();

    public DbSet<Edition> Editions => Set<Edition>();

    public DbSet<EditionPart> EditionParts => Set<EditionPart>();

    public DbSet<EditionAct> EditionActs => Set<EditionAct>();

    public DbSet<RestatementRow> Restatements => Set<RestatementRow>();

    public DbSet<EditionDocument> EditionDocuments => Set<EditionDocument>();

    public DbSet<ReportText> ReportTexts => Set<ReportText>();

    public DbSet<ReportTextVersion> ReportTextVersions => Set<ReportTextVersion>();

    public DbSet<ReportIdentity> ReportIdentities => Set<ReportIdentity>();

    public DbSet<ReportLogo> ReportLogos => Set<ReportLogo>();

    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();

    public DbSet<TrailRow> Trail => Set<TrailRow>();

    public DbSet<TrailHead> TrailHeads => Set<TrailHead>();

    public DbSet<ProcessedRequest> ProcessedRequests => Set<ProcessedRequest>();

    public DbSet<Setting> Settings => Set<Setting>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conversions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        AppModel.Shape(builder);
    }
}

/// <summary>The embedded engine, the default.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : AppDb(options);

/// <summary>PostgreSQL, by a connection string.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : AppDb(options);
