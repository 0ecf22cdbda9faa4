import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from hocba.web.shared.db import IN_SCOPE, EnableRowSecurity


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ("shared", "0001_initial"),
        ('accounts', '0001_initial'),
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='membership',
            name='authority',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='schools.authority'),
        ),
        migrations.AddField(
            model_name='membership',
            name='school',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='schools.school'),
        ),
        migrations.AddField(
            model_name='membership',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('school__isnull', True), ('authority__isnull', True), _connector='XOR'), name='membership_school_or_authority'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('ended_on__isnull', True), ('ended_on__gte', models.F('started_on')), _connector='OR'), name='membership_period'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_on__isnull', True)), fields=('user', 'role', 'school'), name='membership_once'),
        ),
        EnableRowSecurity("Membership", visible=f"user_id = hocba_user() OR {IN_SCOPE}", writable=IN_SCOPE),
        EnableRowSecurity(
            "StaffProfile",
            visible="""user_id = hocba_user() OR EXISTS (
                SELECT 1 FROM accounts_membership m
                WHERE m.user_id = accounts_staffprofile.user_id
                  AND m.school_id = ANY ((SELECT hocba_schools())::bigint[]))""",
        ),
    ]
