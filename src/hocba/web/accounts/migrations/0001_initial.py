import django.db.models.deletion
import hocba.web.shared.fields
import hocba.web.shared.keys
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('username', models.CharField(max_length=64, unique=True)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('full_name', hocba.web.shared.fields.NameField(max_length=150)),
                ('name_key', hocba.web.shared.fields.NameKeyField(db_collation='C', editable=False, max_length=600, source='full_name')),
                ('is_active', models.BooleanField(default=True)),
                ('date_joined', models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.UUIDField(default=hocba.web.shared.keys.new_id, editable=False, primary_key=True, serialize=False)),
                ('role', models.CharField(choices=[('teacher', 'Giáo viên'), ('principal', 'Hiệu trưởng'), ('vice_principal', 'Phó Hiệu trưởng'), ('clerk', 'Văn thư'), ('ward_officer', 'Chuyên viên phường')], max_length=20)),
                ('title', models.CharField(blank=True, max_length=80)),
                ('started_on', models.DateField()),
                ('ended_on', models.DateField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='StaffProfile',
            fields=[
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='staff', serialize=False, to=settings.AUTH_USER_MODEL)),
                ('staff_code', models.CharField(max_length=30, unique=True)),
                ('identity', models.CharField(blank=True, max_length=40)),
            ],
        ),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.UniqueConstraint(condition=models.Q(('email', ''), _negated=True), fields=('email',), name='user_email_once'),
        ),
    ]
